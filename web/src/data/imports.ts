import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export type ImportMapping = Record<string, string | null>
export interface ImportPolicy {
  duplicates: 'touch' | 'skip'
  assign: 'rules' | 'me' | 'none'
  defaults: Record<string, unknown>
}
export interface ImportPreview {
  id: string
  fileName: string
  encoding: string | null
  rows: number
  hiddenRows: number
  columns: { header: string; samples: string[]; field: string | null }[]
  problems: { number: number; cells: string[]; reason: string }[]
  counts: { checked: number; fine: number; troubled: number; unfit: number }
}
export interface ImportProgress {
  id: string
  fileName: string
  createdAt: string
  createdByName: string
  status: 'preview' | 'running' | 'done' | 'failed'
  encoding: string | null
  rows: number
  done: number
  counts: { created: number; touched: number; skipped: number; failed: number; undone: number; kept: number }
  reason: string | null
  endedAt: string | null
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
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? 1_000 : false),
  })

export const useUploadImport = () =>
  useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.set('file', file)
      return api.post<ImportPreview>('/imports', form)
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
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: importsKey }),
        client.invalidateQueries({ queryKey: queryKeys.object('lead') }),
      ]),
  })
}

export const useStartImport = () =>
  useImportAction(({ id, ...body }: { id: string; mapping: ImportMapping; policy: ImportPolicy }) =>
    api.post<ImportProgress>(`/imports/${id}/start`, body),
  )

export const useUndoImport = () =>
  useImportAction((id: string) =>
    api.post<{ undone: number; kept: { count: number; records: { id: string; title: string }[] } }>(`/imports/${id}/undo`),
  )

export const importTemplateUrl = '/api/v1/objects/lead/import-template.csv'
export const importErrorsUrl = (id: string): string => `/api/v1/imports/${id}/errors.csv`
