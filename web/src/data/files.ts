import { api } from './api-client.ts'

export interface StoredFile {
  id: string
  name: string
  size: number
  type: string
}

/** Images up to 10 MB; the server looks at the bytes, not at the name. */
export const uploadFile = (file: File): Promise<StoredFile> => {
  const form = new FormData()
  form.set('file', file)
  return api.post<StoredFile>('/files', form)
}

export const fileUrl = (id: string): string => `/api/v1/files/${encodeURIComponent(id)}`
