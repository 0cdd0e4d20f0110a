import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'

/** What routes are registered on: schemas are zod's, and handlers know their types from them. */
export const withTypes = (instance: FastifyInstance) => instance.withTypeProvider<ZodTypeProvider>()

export type Http = ReturnType<typeof withTypes>
