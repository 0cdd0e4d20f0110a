import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CrmRecord, Expression, Value } from '@jieli/core'
import { api } from '../../data/api-client.ts'
import { queryKeys } from '../../data/query-keys.ts'
import type { Refs } from '../../data/records.ts'

export interface BoardColumn {
  value: string | null
  records: CrmRecord[]
  next?: string
  count?: { value: number; capped: boolean }
  sum?: Value
}
interface Board {
  columns: BoardColumn[]
  refs: Refs
}
type Order = readonly { field: string; direction: 'asc' | 'desc' }[]
/** A column to ask for; its own order, where the board's will not do. */
export interface AskedColumn {
  value: string | null
  sort?: Order
}
export interface BoardQuery {
  by: string
  columns: readonly AskedColumn[]
  select: readonly string[]
  where?: Expression
  search?: string
  sort: Order
  sum?: string
}

const PAGE = 20

/** All columns in one question; a column that is read on grows by pages of its own. */
export const useBoard = (object: string, { columns, ...query }: BoardQuery) => {
  const client = useQueryClient()
  const [more, setMore] = useState<ReadonlyMap<string | null, number>>(new Map())
  const key = [...queryKeys.records(object, { board: query }), columns, [...more]]
  const board = useQuery({
    queryKey: key,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const first = await ask(object, { ...query, columns }, signal)
      // Columns that were read on are read on again, so that a live change does not fold them up.
      return [...more].reduce(
        async (before, [value, pages]) =>
          readOn(object, query, await before, columns.find((one) => one.value === value) ?? { value }, pages),
        Promise.resolve(first),
      )
    },
  })
  const readMore = (value: string | null): void => {
    setMore((before) => new Map(before).set(value, (before.get(value) ?? 0) + 1))
    void client.cancelQueries({ queryKey: key })
  }
  return { board, readMore }
}

const ask = (object: string, query: object, signal: AbortSignal): Promise<Board> =>
  api.query<Board>(`/objects/${object}/board`, { ...query, limit: PAGE }, signal)

const readOn = async (
  object: string,
  query: Omit<BoardQuery, 'columns'>,
  board: Board,
  asked: AskedColumn,
  pages: number,
): Promise<Board> => {
  let grown = board
  for (let page = 0; page < pages; page++) {
    const column = grown.columns.find(({ value }) => value === asked.value)
    if (column?.next === undefined) return grown
    const { columns, refs } = await ask(
      object,
      { ...query, columns: [{ ...asked, after: column.next }], count: 'none' },
      AbortSignal.timeout(30_000),
    )
    const [next] = columns
    if (!next) return grown
    const { next: _, ...rest } = column
    const joined = { ...rest, records: [...column.records, ...next.records], ...(next.next ? { next: next.next } : {}) }
    grown = {
      columns: grown.columns.map((one) => (one === column ? joined : one)),
      refs: { ...grown.refs, ...refs },
    }
  }
  return grown
}
