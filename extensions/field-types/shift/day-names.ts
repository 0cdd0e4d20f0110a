import type { Locale } from '@jieli/core'

const names: Record<Locale, readonly string[]> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

const englishDay = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$/

/** Monday is 0. */
export const dayName = (day: number, locale: Locale): string => names[locale][day] ?? String(day + 1)

/** `周一`, `星期天`, `Mon`, `monday` → 0 to 6; null when it is no day. */
export function dayNumber(text: string): number | null {
  const name = text
    .trim()
    .replace(/^(?:星期|礼拜)/u, '周')
    .replace('周天', '周日')
    .toLowerCase()
  const at = names['zh-CN'].indexOf(name)
  if (at !== -1) return at
  const english = englishDay.test(name) ? names.en.findIndex((day) => name.startsWith(day.toLowerCase())) : -1
  return english === -1 ? null : english
}
