import { z } from 'zod'
import { applyConfigFile, previewConfigFile } from '../features/config/apply-config-file.ts'
import type { Plan } from '../features/config/carry-out-plan.ts'
import { diffVersions, findVersions, nameVersion, previewRollBack, rollBack } from '../features/config/config-versions.ts'
import { describeParts, type DescribedPart } from '../features/config/describe-plan.ts'
import type { PlanPart } from '../features/config/plan-part.ts'
import { exportConfigFile } from '../features/config/write-config-file.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { attachment } from './attachment.ts'
import type { Http } from './http.ts'
import { localeOf } from './problem.ts'

const version = z.coerce.number().int().min(0)
const ofVersion = z.object({ version })
const consent = z.object({ fingerprint: z.string().max(60).optional(), allowRisks: z.boolean().default(false) })
const file = z.object({ text: z.string().min(1).max(900_000) })

type Reader = Parameters<typeof localeOf>[0]

export interface PresentedPlan {
  fingerprint: string
  parts: DescribedPart[]
  dangling: { place: string; name: string }[]
}

/** A plan as a page shows it. */
export const presentPlan = (request: Reader, context: Context, plan: Plan): PresentedPlan => ({
  fingerprint: plan.fingerprint,
  parts: presentParts(request, context, plan, plan.parts),
  dangling: plan.dangling.map(({ kind, id, path, name }) => ({ place: [kind, id, ...path].join('.'), name })),
})

export const presentParts = (request: Reader, context: Context, { now, wanted }: Plan, parts: readonly PlanPart[]) =>
  describeParts(context, parts, { trees: [{ ...now, ...wanted }, now], locale: localeOf(request) })

/** The history of all settings, going back in it, and settings as one file. */
export const configHistoryRoutes = (http: Http): void => {
  http.get(
    '/api/v1/config-versions',
    { schema: { querystring: z.object({ before: version.optional(), named: z.stringbool().optional() }) } },
    async (request) => {
      const { before, named } = request.query
      return findVersions(await request.context(), { before, namedOnly: named, locale: localeOf(request) })
    },
  )

  http.put(
    '/api/v1/config-versions/:version/name',
    { schema: { params: ofVersion, body: z.object({ name: z.string().max(60) }) } },
    async (request, reply) => {
      await nameVersion(await request.context(), { version: request.params.version, name: request.body.name })
      return reply.code(204).send()
    },
  )

  http.get(
    '/api/v1/config-versions/:version/diff',
    { schema: { params: ofVersion, querystring: z.object({ to: version.optional() }) } },
    async (request) => ({
      parts: await diffVersions(await request.context(), {
        from: request.params.version,
        to: request.query.to,
        locale: localeOf(request),
      }),
    }),
  )

  http.get('/api/v1/config-versions/:version/roll-back', { schema: { params: ofVersion } }, async (request) => {
    const context = await request.context()
    return presentPlan(request, context, await previewRollBack(context, request.params.version))
  })

  http.post('/api/v1/config-versions/:version/roll-back', { schema: { params: ofVersion, body: consent } }, async (request) => {
    const context = await request.context()
    const { done, left, plan } = await rollBack(context, { ...request.params, ...withoutBlank(request.body) })
    return { done: presentParts(request, context, plan, done), left: presentParts(request, context, plan, left) }
  })

  http.get('/api/v1/config-file', async (request, reply) => {
    const text = await exportConfigFile(await request.context())
    return attachment(reply, 'jieli-settings.yaml', 'application/yaml; charset=utf-8').send(text)
  })

  http.post('/api/v1/config-file/plan', { schema: { body: file } }, async (request) => {
    const context = await request.context()
    return presentPlan(request, context, await previewConfigFile(context, request.body.text))
  })

  http.post('/api/v1/config-file/apply', { schema: { body: file.extend(consent.shape) } }, async (request) => {
    const context = await request.context()
    const { text, ...rest } = request.body
    const { done, plan } = await applyConfigFile(context, text, withoutBlank(rest))
    return { done: presentParts(request, context, plan, done), left: [] }
  })
}

const withoutBlank = ({ fingerprint, allowRisks }: z.output<typeof consent>) => ({
  allowRisks,
  ...(fingerprint === undefined ? {} : { fingerprint }),
})
