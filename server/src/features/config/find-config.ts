import { AppError, type Actor, type ConfigKind } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { changeConfig } from './change-config.ts'

const requireConfigure = (context: Context): void => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
}

export interface ConfigEntry {
  id: string
  item: unknown
  rev: number
  updatedAt: string
  updatedBy: string | null
}

/** All settings of a kind with the revision that a change must name. */
export const findConfig = async (context: Context, kind: ConfigKind): Promise<ConfigEntry[]> => {
  requireConfigure(context)
  return context.workspace.db.query<ConfigEntry>(
    `SELECT id, item, rev, updated_at AS "updatedAt", updated_by AS "updatedBy" FROM w.config_item WHERE kind = $1
     ORDER BY (item ->> 'order')::numeric NULLS LAST, id`,
    [kind],
  )
}

/** What a setting was before, and who changed it. */
export const findConfigHistory = async (
  context: Context,
  kind: ConfigKind,
  id: string,
): Promise<{ version: number; at: string; actor: Actor; before: unknown; after: unknown }[]> => {
  requireConfigure(context)
  return context.workspace.db.query(
    `SELECT version, at, actor, before, after FROM w.config_change WHERE kind = $1 AND id = $2 ORDER BY version DESC LIMIT 100`,
    [kind, id],
  )
}

/** Puts a setting back to what it was after that version: a change like any other, so it can be undone too. */
export const restoreConfig = async (
  context: Context,
  input: { kind: ConfigKind; id: string; version: number },
): Promise<void> => {
  requireConfigure(context)
  const [row] = await context.workspace.db.query<{ after: unknown }>(
    'SELECT after FROM w.config_change WHERE kind = $1 AND id = $2 AND version = $3',
    [input.kind, input.id, input.version],
  )
  if (!row) throw new AppError('not-found')
  await changeConfig(context, [{ kind: input.kind, id: input.id, item: row.after, isEdit: true }])
}
