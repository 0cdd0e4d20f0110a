import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CrmRecord, RecordQueryInput, Value } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'
import type { RowsToSave } from './sub-tables.ts'

/** Titles of related records and people, by id. */
export type Refs = Record<string, string>
export interface RecordPage {
  records: CrmRecord[]
  next?: string
  count?: { value: number; capped: boolean }
  /** Figures over all that match, by the names they were asked under. */
  totals?: Record<string, Value>
  refs: Refs
}
export interface OneRecord {
  record: CrmRecord
  refs: Refs
}
/** `outOfSight`: the change took the record out of one's own sight, and nothing of it is told any more. */
export interface ChangedRecord extends OneRecord {
  outOfSight?: true
}
type ListQuery = Omit<RecordQueryInput, 'object' | 'after'>
export interface BatchOperation {
  action: 'create' | 'update' | 'delete' | 'restore'
  id?: string
  rev?: number
  values?: Record<string, Value>
}

export const findRecords = (
  object: string,
  query: Omit<RecordQueryInput, 'object'>,
  signal?: AbortSignal,
): Promise<RecordPage> => api.query<RecordPage>(`/objects/${object}/query`, query, signal)

/** A list that grows as one scrolls. Pages are joined; the count comes with the first. */
export const useRecordList = (object: string, query: ListQuery) =>
  useInfiniteQuery({
    queryKey: queryKeys.records(object, query),
    initialPageParam: undefined as string | undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      findRecords(object, { ...query, ...(pageParam ? { after: pageParam, count: 'none', totals: undefined } : {}) }, signal),
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => ({
      records: pages.flatMap((page) => page.records),
      count: pages[0]?.count,
      totals: pages[0]?.totals,
      refs: Object.assign({}, ...pages.map((page) => page.refs ?? {})) as Refs,
    }),
  })

/** Null: an object that the reader does not see is not asked about. */
export const useRecordCount = (object: string | null, query: Pick<ListQuery, 'where' | 'search'>) =>
  useQuery({
    queryKey: queryKeys.records(object ?? '', { ...query, countOnly: true }),
    enabled: object !== null,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await findRecords(object ?? '', { ...query, select: ['id'], limit: 1, count: 'capped' }, signal)).count,
  })

export const useRecord = (object: string, id: string | null) =>
  useQuery({
    queryKey: queryKeys.record(object, id ?? ''),
    enabled: id !== null,
    queryFn: ({ signal }) => api.get<OneRecord>(`/objects/${object}/records/${id}`, { signal }),
  })

const useStale = (object: string) => {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.object(object) }),
      client.invalidateQueries({ queryKey: queryKeys.derived }),
    ])
}

export const useCreateRecord = (object: string) => {
  const stale = useStale(object)
  return useMutation({
    mutationFn: (input: { values: Record<string, Value>; rows?: RowsToSave; confirmTouch?: true }) =>
      api.post<OneRecord>(`/objects/${object}/records`, input),
    onSuccess: stale,
  })
}

/** The open record shows the change at once; the server's answer replaces it, a refusal takes it back. */
export const useUpdateRecord = (object: string) => {
  const client = useQueryClient()
  const stale = useStale(object)
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; rev: number; values: Record<string, Value> }) =>
      api.patch<ChangedRecord>(`/objects/${object}/records/${id}`, body),
    onMutate: ({ id, values }) => {
      const key = queryKeys.record(object, id)
      const before = client.getQueryData<OneRecord>(key)
      if (before)
        client.setQueryData<OneRecord>(key, {
          ...before,
          record: { ...before.record, values: { ...before.record.values, ...values } },
        })
      return { key, before }
    },
    onError: (_error, _input, context) => context && client.setQueryData(context.key, context.before),
    onSettled: stale,
  })
}

export const useDeleteRecord = (object: string) => {
  const stale = useStale(object)
  return useMutation({ mutationFn: (id: string) => api.delete(`/objects/${object}/records/${id}`), onSuccess: stale })
}

export const useRestoreRecord = (object: string) => {
  const stale = useStale(object)
  return useMutation({
    mutationFn: (id: string) => api.post<OneRecord>(`/objects/${object}/records/${id}/restore`),
    onSuccess: stale,
  })
}

export const useBatch = (object: string) => {
  const stale = useStale(object)
  return useMutation({
    mutationFn: (operations: BatchOperation[]) =>
      api.post<{ results: ({ id: string; rev: number } | { error: { code: string; detail?: string } })[] }>(
        `/objects/${object}/batch`,
        { operations },
      ),
    onSettled: stale,
  })
}

/** A value that another record has already; which one, when the reader may know it. */
export interface TakenValue {
  field: string
  recordId?: string
  title?: string
}

export const findTaken = (
  object: string,
  values: Record<string, Value>,
  signal?: AbortSignal,
): Promise<{ taken: TakenValue[] }> => api.query(`/objects/${object}/taken`, { values }, signal)
