/** `{yyyyMM}`, `{0000}`: a part of the day, or the number with at least so many figures. */
const part = /\{(yyyy|yy|yyyyMM|yyMM|yyyyMMdd|yyMMdd|MM|dd|0{1,10})\}/g

const isNumber = (token: string): boolean => token.startsWith('0')

const partsIn = (pattern: string): string[] => [...pattern.matchAll(part)].map((match) => match[1] ?? '')

/** One number, no stray braces, and no month without its year: numbers that begin anew would meet old ones. */
export const isPattern = (pattern: string): boolean => {
  const parts = partsIn(pattern)
  const days = parts.filter((token) => !isNumber(token)).join('')
  return (
    parts.filter(isNumber).length === 1 &&
    !/[{}]/.test(pattern.replace(part, '')) &&
    (!days.includes('dd') || days.includes('MM')) &&
    (!days.includes('MM') || days.includes('yy'))
  )
}

/** `dayPart('yyMM', '2026-11-22')` is `2611`. */
const dayPart = (token: string, day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-')
  return token.replace('yyyy', year).replace('yy', year.slice(2)).replace('MM', month).replace('dd', date)
}

/** The span within which numbers count up: as much of the day as the pattern shows. */
export const periodOf = (pattern: string, day: string): string =>
  partsIn(pattern)
    .filter((token) => !isNumber(token))
    .map((token) => dayPart(token, day))
    .join('-')

/** `writeNumber('XS-{yyyyMM}-{0000}', '2026-11-22', 37)` is `XS-202611-0037`; a number that outgrows its figures is written whole. */
export const writeNumber = (pattern: string, day: string, number: number): string =>
  pattern.replace(part, (_, token: string) =>
    isNumber(token) ? String(number).padStart(token.length, '0') : dayPart(token, day),
  )
