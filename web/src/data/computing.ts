import { useQuery } from '@tanstack/react-query'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

/** A field whose stored values are still being brought up to date by a job. */
export interface Computing {
  object: string
  field: string
  done: number
  total: number | null
  isStuck: boolean
  /** For those who may try again what has stopped. */
  stuckJobs?: string[]
}

/** What is being worked out; live, for the server says when a job has moved. */
const useAllComputing = () =>
  useQuery({
    queryKey: [...queryKeys.object('job'), 'computing'],
    staleTime: 30_000,
    queryFn: async ({ signal }) => (await api.get<{ computing: Computing[] }>('/meta/computing', { signal })).computing,
  })

/** How far the work on a field is; undefined: its values are all up to date. */
export const useComputing = (object: string, field: string): Computing | undefined =>
  useAllComputing().data?.find((one) => one.object === object && one.field === field)

/** In hundredths; null while nobody knows how much there is to do. */
export const percentOf = ({ done, total }: Pick<Computing, 'done' | 'total'>): number | null =>
  total === null || total === 0 ? null : Math.min(99, Math.floor((done * 100) / total))
