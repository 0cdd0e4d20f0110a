import { AppError } from '@jieli/core'
import { inboundRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'

/** Stores a secret of a source, sealed. It goes in and never comes out again; the next request is checked with it. */
export const setSourceSecret = async (
  context: Context,
  sourceId: string,
  secret: { name: string; value: string },
): Promise<void> => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
  const { config, secrets, commits } = context.workspace
  const source = config.current.item('source', sourceId)
  if (!source) throw new AppError('unknown-source')
  if (!inboundRegistry[source.connector]?.secrets.includes(secret.name))
    throw new AppError('invalid-values', { issues: [{ path: 'name', code: 'unknown-option', params: { value: secret.name } }] })
  await secrets.set(`source:${sourceId}`, secret.name, secret.value, context.now)
  // Other processes hold the old one in memory until they hear of a change.
  commits.publish({ objects: [], noticed: [], metaVersion: config.current.version })
}
