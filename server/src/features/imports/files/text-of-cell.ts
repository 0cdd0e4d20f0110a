import type { CellValue } from 'hucre/xlsx'
import { fileLimits } from './file-limits.ts'

/**
 * A cell's value as the person who typed it meant it: phone numbers that a spreadsheet holds as numbers are whole digits
 * again, days have no time, days with a time have no zone because the sheet knows none.
 */
export const textOfCell = (value: CellValue | undefined): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : textOfDate(value)
  if (typeof value === 'number') return textOfNumber(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value.slice(0, fileLimits.cellLength)
}

const textOfDate = (value: Date): string => {
  const iso = value.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
}

const textOfNumber = (value: number): string => {
  if (Number.isInteger(value)) return BigInt(value).toString()
  // A sheet computes in doubles and shows 15 digits: 0.1 + 0.2 is 0.3 there.
  return String(Number(value.toPrecision(15)))
}

/** A cell that a sheet shows as percent: it holds 0.285 and people read 28.5 %. How many decimals it shows does not matter. */
export const textOfPercent = (value: CellValue | undefined): string =>
  typeof value === 'number' ? `${textOfNumber(Number((value * 100).toPrecision(15)))}%` : textOfCell(value)
