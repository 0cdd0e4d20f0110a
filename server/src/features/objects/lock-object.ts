import { AppError, type Field, type ObjectType } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'

/** Who may change what is kept about whom. */
export const requireConfigure = (context: Context): void => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
}

/** The definition as this process knows it. */
export const definitionOf = (context: Context, name: string): ObjectType => {
  const info = context.workspace.config.current.objects.get(name)
  if (!info) throw new AppError('unknown-object', { details: { object: name } })
  return info.definition
}

/** The definition as it stands, held against other changes of it until the transaction ends. */
export const lockObject = async (tx: Transaction, name: string): Promise<ObjectType> => {
  const [row] = await tx.query<{ item: ObjectType }>(
    `SELECT item FROM w.config_item WHERE kind = 'object' AND id = $1 FOR UPDATE`,
    [name],
  )
  if (!row) throw new AppError('unknown-object', { details: { object: name } })
  return row.item
}

export const fieldOf = (object: ObjectType, name: string): Field => {
  const field = object.fields.find((candidate) => candidate.name === name)
  if (!field) throw new AppError('unknown-field', { details: { field: name } })
  return field
}

/** A new number for the id of a field or an object; ids are never used twice. */
export const nextNumber = async (tx: Transaction): Promise<number> => {
  const [row] = await tx.query<{ number: number }>(
    'UPDATE w.workspace SET next_number = next_number + 1 RETURNING next_number - 1 AS number',
  )
  return row?.number ?? 0
}
