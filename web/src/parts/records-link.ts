import type { Expression } from '@jieli/core'
import type { RecordsBehind } from '../data/board.ts'

/** Request lines end somewhere; a fragment is never sent, so a long condition travels there and the link still holds it. */
const longest = 4_000

export interface RecordsAddress {
  to: string
  search: { view: 'all'; about: string; where?: Expression }
  hash?: string
}

/** Where the records behind a figure are listed; `about` says in words what they are. */
export const recordsLink = ({ object, where }: RecordsBehind, about: string): RecordsAddress => {
  const to = object === 'lead' ? '/leads' : `/objects/${object}`
  const json = JSON.stringify(where)
  if (!where) return { to, search: { view: 'all', about } }
  return encodeURIComponent(json).length <= longest
    ? { to, search: { view: 'all', about, where } }
    : { to, search: { view: 'all', about }, hash: encodeURIComponent(json) }
}

const isExpression = (value: unknown): value is Expression =>
  typeof value === 'object' && value !== null && ('call' in value || 'field' in value || 'value' in value)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The condition of an address, wherever it travelled. What is no condition counts as none; the server checks the rest. */
export const conditionInAddress = (search: { where?: unknown }, hash: string): Expression | undefined => {
  const given = typeof search.where === 'string' ? parsed(search.where) : search.where
  if (isExpression(given)) return given
  const fromHash = hash === '' ? undefined : (parsed(hash) ?? parsed(safelyDecoded(hash)))
  return isExpression(fromHash) ? fromHash : undefined
}

const safelyDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
