import type { Locale, Value } from '@jieli/core'
import { dayName } from './day-names.ts'

const words = {
  'zh-CN': { to: '至', off: '休息', next: '；' },
  en: { to: '–', off: 'off', next: '; ' },
} as const

const hoursText = (hours: Value | undefined, off: string): string => {
  const stretches = (Array.isArray(hours) ? hours : []).map((stretch) => (Array.isArray(stretch) ? stretch.join('–') : ''))
  return stretches.length === 0 ? off : stretches.join(' ')
}

/** Days with the same hours in a row are one phrase: `周一至周五 09:00–18:00；周六至周日 休息`. */
export function formatWeek(value: Value, locale: Locale): string {
  if (!Array.isArray(value)) return ''
  const { to, off, next } = words[locale]
  const runs: { first: number; last: number; hours: string }[] = []
  for (const [day, list] of value.entries()) {
    const hours = hoursText(list, off)
    const run = runs.at(-1)
    if (run?.hours === hours) run.last = day
    else runs.push({ first: day, last: day, hours })
  }
  const days = (first: number, last: number) =>
    first === last ? dayName(first, locale) : `${dayName(first, locale)}${to}${dayName(last, locale)}`
  return runs.map(({ first, last, hours }) => `${days(first, last)} ${hours}`).join(next)
}
