import {
  AppError,
  must,
  type BoardThresholds,
  type Expression,
  type FieldInfo,
  type GroupQueryInput,
  type Value,
} from '@jieli/core'
import { groupRecords } from '../records/group-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { all, ofCampus } from './board-conditions.ts'
import type { BoardTime } from './board-time.ts'

/** What is being looked at: by whom, when, and of which campus. */
export interface BoardScope {
  context: Context
  time: BoardTime
  campusId: string | undefined
  thresholds: BoardThresholds
}

type Groups = Omit<GroupQueryInput, 'where' | 'limit'> & { where: Expression }

/** Groups over the records this reader may see, of the chosen campus. */
export const groupIn = ({ context, campusId }: BoardScope, query: Groups): Promise<Record<string, Value>[]> =>
  groupRecords(context, { ...query, where: all(query.where, ofCampus(campusId)), limit: 5_000 })

export const leadField = (context: Context, name: string): FieldInfo =>
  must(context.workspace.config.current.objects.get('lead')?.fields.get(name), `lead.${name}`)

/** Whether this reader may see every one of these fields of an object in clear. */
export const mayUse = (context: Context, object: string, fields: readonly string[]): boolean => {
  const info = context.workspace.config.current.objects.get(object)
  const rights = info && context.access.object(info)
  if (!info || !rights || rights.read.length === 0) return false
  return fields.every((name) => {
    const field = info.fields.get(name)
    return field !== undefined && ['read', 'write'].includes(rights.right(field))
  })
}

export const requireBoards = (context: Context): void => {
  if (!context.access.abilities.has('see-boards')) throw new AppError('forbidden')
}

export const numberIn = (row: Record<string, Value> | undefined, name: string): number => Number(row?.[name] ?? 0)

/** A figure that may be missing, because there was nothing to reckon it from. */
export const figureIn = (row: Record<string, Value> | undefined, name: string): number | null => {
  const value = row?.[name] ?? null
  return value === null ? null : Number(value)
}
