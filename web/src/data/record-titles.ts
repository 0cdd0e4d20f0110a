import { useMemo } from 'react'
import { useQueries } from '@tanstack/react-query'
import { useMeta } from './meta.ts'
import { queryKeys } from './query-keys.ts'
import { findRecords, type Refs } from './records.ts'

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)

/** Titles of records that settings name by id: one question per object. */
export const useRecordTitles = (idsByObject: Record<string, string[]>): Refs => {
  const { objects } = useMeta()
  const wanted = Object.entries(idsByObject).map(([object, ids]) => ({
    object,
    ids: [...new Set(ids.filter(isId))].toSorted(),
    titleField: objects.find(({ name }) => name === object)?.titleField,
  }))
  return useQueries({
    queries: wanted.map(({ object, ids, titleField }) => ({
      queryKey: [...queryKeys.object(object), 'titles', ids],
      enabled: ids.length > 0 && titleField !== undefined,
      staleTime: 300_000,
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Refs> => {
        const title = titleField ?? 'name'
        const page = await findRecords(
          object,
          { select: [title], where: { call: 'isOneOf', args: [{ field: 'id' }, { value: ids }] }, limit: 500 },
          signal,
        )
        return Object.fromEntries(page.records.map(({ id, values }) => [id, String(values[title] ?? '')]))
      },
    })),
    combine: useMemo(
      () =>
        (results: { data?: Refs | undefined }[]): Refs =>
          Object.assign({}, ...results.map(({ data }) => data ?? {})) as Refs,
      [],
    ),
  })
}
