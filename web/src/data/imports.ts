import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export type ImportMapping = Record<string, string | null>
export interface ImportPolicy {
  duplicates: 'touch' | 'skip' | 'update' | 'create' | 'ask'
  matchBy: string | null
  assign: 'rules' | 'me' | 'none'
  notify: boolean
  clocks: boolean
  defaults: Record<string, unknown>
}
export interface ImportProblem {
  number: number
  cells: string[]
  reason: string
}
export interface ImportPreview {
  id: string
  object: string
  fileName: string
  encoding: string | null
  rows: number
  hiddenRows: number
  columns: { header: string; samples: string[]; field: string | null }[]
  choices: { hasDoor: boolean; identifies: string[]; unique: string[]; matches: string[]; required: string[] }
  problems: ImportProblem[]
  counts: { checked: number; fine: number; troubled: number; unfit: number }
}
/** What would become of the whole file; `checked` of `rows` are counted so far. */
export interface ImportPlan {
  checked: number
  isDone: boolean
  counts: { created: number; touched: number; updated: number; skipped: number; asked: number; failed: number }
  partly: number
  reasons: { reason: string; count: number }[]
  problems: ImportProblem[]
}
export interface ImportProgress {
  id: string
  object: string
  fileName: string
  createdAt: string
  createdByName: string
  status: 'preview' | 'running' | 'done' | 'failed'
  encoding: string | null
  rows: number
  done: number
  counts: ImportPlan['counts'] & { undone: number; kept: number }
  plan: ImportPlan | null
  reason: string | null
  endedAt: string | null
}
/** A row whose record is here already, waiting for an answer. */
export interface AskedRow {
  number: number
  cells: string[]
  record: { id: string; title: string } | null
}
export interface UndoneImport {
  undone: number
  reverted: number
  kept: { count: number; records: { id: string; title: string; last: { at: string; by: string | null } | null }[] }
}

/** The server tells of a running import's steps as changes of an object called `import`. */
const importsKey = [...queryKeys.object('import')]

export const useImports = () =>
  useQuery({
    queryKey: [...importsKey, 'all'],
    queryFn: async ({ signal }) => (await api.get<{ imports: ImportProgress[] }>('/imports', { signal })).imports,
  })

/** Asked again every second while it runs: the stream may be closed by a proxy. */
export const useImport = (id: string | null) =>
  useQuery({
    queryKey: [...importsKey, id],
    enabled: id !== null,
    queryFn: ({ signal }) => api.get<ImportProgress>(`/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === 'running' || state.data?.plan?.isDone === false ? 1_000 : false),
  })

export const useUploadImport = () =>
  useMutation({
    mutationFn: ({ file, object }: { file: File; object: string }) => {
      const form = new FormData()
      form.set('file', file)
      return api.post<ImportPreview>(`/imports?object=${encodeURIComponent(object)}`, form)
    },
  })

/** What the file holds and what would be made of it, by a mapping or by the guess. */
export const useImportPreview = (id: string, mapping: ImportMapping | null) =>
  useQuery({
    queryKey: [...importsKey, id, 'preview', mapping],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.query<ImportPreview>(`/imports/${id}/preview`, mapping ? { mapping } : {}, signal),
  })

const useImportAction = <Input, Output>(run: (input: Input) => Promise<Output>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () => client.invalidateQueries({ queryKey: importsKey }),
  })
}

interface StartInput {
  id: string
  mapping: ImportMapping
  policy: ImportPolicy
}

/** The figures of the plan before go at once: they were those of another choice. */
export const usePlanImport = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...body }: StartInput) => api.post<ImportProgress>(`/imports/${id}/plan`, body),
    onSuccess: (progress) => client.setQueryData([...importsKey, progress.id], progress),
  })
}

export const useStartImport = () =>
  useImportAction(({ id, ...body }: StartInput) => api.post<ImportProgress>(`/imports/${id}/start`, body))

export const useUndoImport = () => useImportAction((id: string) => api.post<UndoneImport>(`/imports/${id}/undo`))

export const useAskedRows = (id: string, isAsking: boolean) =>
  useQuery({
    queryKey: [...importsKey, id, 'asked'],
    enabled: isAsking,
    queryFn: ({ signal }) => api.get<{ rows: AskedRow[]; next: number | null }>(`/imports/${id}/asked`, { signal }),
  })

export const useAnswerImport = () =>
  useImportAction(({ id, ...body }: { id: string; answer: 'update' | 'skip'; rows?: number[] }) =>
    api.post<ImportProgress>(`/imports/${id}/answer`, body),
  )

export const importTemplateUrl = (object: string): string => `/api/v1/objects/${object}/import-template.csv`
export const importErrorsUrl = (id: string): string => `/api/v1/imports/${id}/errors.csv`
