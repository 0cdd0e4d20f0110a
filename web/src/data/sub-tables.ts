import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Value } from '@jieli/core'
import { api } from './api-client.ts'
import type { ObjectMeta } from './meta-shapes.ts'
import { queryKeys } from './query-keys.ts'
import { findRecords, type ChangedRecord } from './records.ts'

/** A row to add, to change or to take out, as the API takes it. */
export type RowToSave =
  | { values: Record<string, Value> }
  | { id: string; rev: number; values: Record<string, Value> }
  | { id: string; rev: number; remove: true }
export type RowsToSave = Record<string, RowToSave[]>

/** As many rows as one record can have. */
const MOST_ROWS = 500

/** The rows of one record, in their order. */
export const useRows = (part: ObjectMeta, id: string) => {
  const { relation = '', position = '' } = part.partOf ?? {}
  return useQuery({
    queryKey: queryKeys.records(part.name, { rowsOf: id }),
    queryFn: ({ signal }) =>
      findRecords(
        part.name,
        {
          where: { call: 'equals', args: [{ field: relation }, { value: id }] },
          sort: [{ field: position, direction: 'asc' }],
          limit: MOST_ROWS,
        },
        signal,
      ),
  })
}

/** Saves the rows of a record in one go: all of it or none. */
export const useSaveRows = (object: string, part: ObjectMeta) => {
  const client = useQueryClient()
  const stale = (name: string): Promise<void> => client.invalidateQueries({ queryKey: queryKeys.object(name) })
  return useMutation({
    mutationFn: ({ id, rows }: { id: string; rows: RowsToSave }) =>
      api.patch<ChangedRecord>(`/objects/${object}/records/${id}`, { values: {}, rows }),
    onSettled: () => Promise.all([stale(object), stale(part.name), client.invalidateQueries({ queryKey: queryKeys.derived })]),
  })
}
