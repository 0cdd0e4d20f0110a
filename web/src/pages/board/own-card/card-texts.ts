import type { DateBucket, Locale } from '@jieli/core'

const compacted = (value: number, locale: Locale): string | null => {
  const size = Math.abs(value)
  if (locale === 'en')
    return size >= 100_000 ? new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(value) : null
  if (size >= 1e8) return `${trimmed(value / 1e8)}亿`
  return size >= 1e5 ? `${trimmed(value / 1e4)}万` : null
}

const trimmed = (value: number): string => value.toFixed(Math.abs(value) >= 1_000 ? 0 : 1).replace(/\.0$/, '')

/**
 * A figure as short as a card has room for: `¥864,000.00` is ¥86.4万. What stands around the number stays; a text whose
 * number is not the value itself (a duration, a percentage) is left alone.
 */
export const shortFigure = (exact: string, value: number, locale: Locale): string => {
  const plain = exact.replace(/(\d)\.0+(?!\d)/, '$1')
  const found = /\d[\d,]*(\.\d+)?/.exec(plain)
  if (!found || Math.abs(Number(found[0].replaceAll(',', '')) - Math.abs(value)) > 0.01) return plain
  const short = compacted(Math.abs(value), locale)
  return short === null ? plain : plain.replace(found[0], short)
}

/** A bucket by the day it begins: 11/16起 is a week, 11月 a month, 2026 Q4 a quarter. */
export const bucketText = (start: string, bucket: DateBucket, locale: Locale): string => {
  const [year = '', month = '', day = ''] = start.split('-')
  const short = `${Number(month)}/${Number(day)}`
  if (bucket === 'year') return locale === 'en' ? year : `${year}年`
  if (bucket === 'quarter') return `${year} Q${Math.ceil(Number(month) / 3)}`
  if (bucket === 'month') return locale === 'en' ? `${year}-${month}` : `${year.slice(2)}年${Number(month)}月`
  return bucket === 'week' ? (locale === 'en' ? `from ${short}` : `${short}起`) : short
}

/** How a figure moved against the stretch before, in percent; null: there was nothing to compare with. */
export const changeOf = (now: number | null, before: number | null | undefined): number | null =>
  now === null || before === null || before === undefined || before === 0
    ? null
    : Math.round(((now - before) / Math.abs(before)) * 1_000) / 10
