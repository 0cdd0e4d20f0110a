import type { Expression, View } from '@jieli/core'
import { currentLocale } from '../i18n/locale-store.ts'
import { ApiError, toApiError } from './api-error.ts'

export type ExportFormat = 'csv' | 'xlsx'
export interface ExportQuery {
  where?: Expression
  search?: string
  sort?: View['sort']
  columns: string[]
  format: ExportFormat
}

const nameIn = (header: string | null): string => {
  const coded = /filename\*=UTF-8''([^;]+)/iu.exec(header ?? '')?.[1]
  return coded ? decodeURIComponent(coded) : 'export'
}

/** What the list shows, as a file on this device. A refusal is told before anything is saved. */
export const downloadExport = async (object: string, query: ExportQuery): Promise<void> => {
  const response = await fetch(`/api/v1/objects/${object}/export`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'accept-language': currentLocale(), 'x-jieli-request': '1' },
    body: JSON.stringify(query),
  }).catch(() => {
    throw new ApiError('offline', currentLocale() === 'en' ? 'No connection to the server' : '连不上服务器')
  })
  if (!response.ok) throw toApiError(response.status, await response.json().catch(() => null))
  const address = URL.createObjectURL(await response.blob())
  const link = Object.assign(document.createElement('a'), {
    href: address,
    download: nameIn(response.headers.get('content-disposition')),
  })
  link.click()
  // The download has its own hold on the data by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
