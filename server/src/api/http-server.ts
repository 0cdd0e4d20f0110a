import formBody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import { AppError, isTooDeep } from '@jieli/core'
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Context } from '../features/workspace/workspace.ts'
import type { App } from './app.ts'
import { withTypes } from './http.ts'
import { limitKeys } from './key-limits.ts'
import { routeSchemas } from './openapi/route-schemas.ts'
import { sendProblem } from './problem.ts'
import { RequestContexts, requireOwnPage } from './request-context.ts'
import { registerRoutes } from './routes.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks and with which rights; throws `not-signed-in`. */
    context(): Promise<Context>
    /** The body as it came, for signatures. */
    rawBody?: Buffer
  }
}

const MAX_BODY = 1_048_576

/** The HTTP face: parsing, limits, headers and errors are settled here once; routes only call use cases. */
export const createHttpServer = async (app: App): Promise<FastifyInstance> => {
  const logger: FastifyBaseLogger = app.workspace.log
  const server = fastify({
    loggerInstance: logger,
    bodyLimit: MAX_BODY,
    trustProxy: 'loopback',
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  })
  const contexts = new RequestContexts(app)
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.setErrorHandler(sendProblem)
  server.setNotFoundHandler((request, reply) => sendProblem(new AppError('not-found'), request, reply))
  server.decorateRequest('context', function context() {
    return contexts.of(this)
  })
  await server.register(helmet, helmetOptions(app))
  server.addHook('onRequest', async (request) => requireOwnPage(request))
  // Before any schema walks into it: schemas recurse, and a body nested ten thousand deep would exhaust the stack.
  server.addHook('preValidation', async (request) => {
    if (!Buffer.isBuffer(request.body) && isTooDeep(request.body)) throw new AppError('bad-request')
  })
  await server.register(formBody)
  await server.register(multipart, { limits: { fileSize: 50 * MAX_BODY, files: 1, fields: 20 } })
  await server.register(rateLimit, {
    global: false,
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError('too-many-requests', { details: { retryAfter: Math.ceil(ttl / 1_000) } }),
  })
  limitKeys(server)
  await server.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Jieli', version: '1' } },
    transform: routeSchemas,
  })
  await registerRoutes(withTypes(server), app, contexts)
  return server
}

/** What a response says that has no page policy of its own: scripts and styles of ours only. */
const helmetOptions = (app: App) =>
  ({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: app.workspace.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
  }) as const
