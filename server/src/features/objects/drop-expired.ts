import { usesOfObject, type Field, type ObjectType } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import { writeConfig } from '../config/change-config.ts'
import type { Context } from '../workspace/workspace.ts'
import { dropFieldColumn, dropObjectTable } from './object-tables.ts'
import { claimExpired, forgetRecycled } from './recycle.ts'

/** Drops columns and tables whose 30 days are over; one that is in use at this moment is left for the next round. */
export const dropExpired = async (context: Context): Promise<number> => {
  let dropped = 0
  while (await dropOne(context)) dropped++
  if (dropped > 0) await context.workspace.config.refresh()
  return dropped
}

const dropOne = (context: Context): Promise<boolean> =>
  context.workspace.db.transaction(async (tx) => {
    const entry = await claimExpired(tx, context.now)
    if (!entry) return false
    if (entry.kind === 'object') await dropObjectTable(tx, (entry.definition as ObjectType).id)
    else if (entry.why !== 'split') {
      const [object] = await tx.query<{ id: string }>(
        `SELECT coalesce(
           (SELECT item ->> 'id' FROM w.config_item WHERE kind = 'object' AND id = $1),
           (SELECT definition ->> 'id' FROM w.recycled WHERE kind = 'object' AND object = $1 LIMIT 1)) AS id`,
        [entry.object],
      )
      const field = entry.definition as Field
      if (object?.id) await dropFieldColumn(tx, object.id, field.id)
      if (entry.why === 'deleted') await dropRows(context, tx, field)
    }
    await forgetRecycled(tx, entry.id)
    return true
  })

/**
 * With a sub-table's field goes the object of its rows, which nobody could reach since. Where another field stands for the rows by
 * now, or something else came to rest on them, they stay.
 */
const dropRows = async (context: Context, tx: Transaction, { type, settings }: Field): Promise<void> => {
  const facts = fieldTypeRegistry[type]
  const [name] = facts?.parts?.(facts.settings.parse(settings))?.over.split('.') ?? []
  if (!name) return
  const [rows] = await tx.query<{ item: ObjectType }>(
    `SELECT item FROM w.config_item WHERE kind = 'object' AND id = $1 FOR UPDATE`,
    [name],
  )
  const isUsed = usesOfObject(context.workspace.config.current, name).some(({ how }) => how === 'decides')
  if (!rows?.item.partOf || isUsed) return
  await writeConfig(context, tx, [{ kind: 'object', id: name, item: null }])
  await dropObjectTable(tx, rows.item.id)
}
