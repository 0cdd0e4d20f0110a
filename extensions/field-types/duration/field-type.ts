import { cleanCode } from '@jieli/core/fields/clean-text'
import { defineFieldType } from '@jieli/core/fields/field-type'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readShort } from '@jieli/core/fields/read-text'
import { z } from 'zod'

const settings = z.strictObject({})

/** Whole minutes that fit a 32-bit column with room to add a few up. */
const LONGEST = 10_000_000

const amount = String.raw`(\d{1,9}(?:\.\d{1,4})?)`
const inWords = new RegExp(
  `^(?:${amount} ?(?:天|days?|d))? ?(?:${amount} ?(?:个?小时|时|hours?|hrs?|h))? ?(?:${amount} ?(?:分钟|分|minutes?|mins?|m))?$`,
  'i',
)
const asClock = /^(\d{1,6}):([0-5]\d)$/

/** `1 小时 30 分`, `1:30`, `1.5h`, `90` → minutes; null: none of these. */
const minutesIn = (text: string): number | null => {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const clock = asClock.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const [matched, days, hours, minutes] = inWords.exec(text) ?? []
  if (!matched) return null
  return Number(days ?? 0) * 1_440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0)
}

const units = { 'zh-CN': ['小时', '分'], en: ['h', 'min'] } as const

/** How long something takes, in whole minutes: sums and averages are figures, not clocks. */
export const duration = defineFieldType({
  name: 'duration',
  label: { 'zh-CN': '时长', en: 'Duration' },
  icon: 'timer',
  settings,
  valueType: 'number',
  column: () => 'integer',
  parse: (input) =>
    readShort(input, cleanCode, (text) => {
      const minutes = minutesIn(text)
      if (minutes === null || !Number.isInteger(minutes)) return refuse('not-a-duration')
      return minutes > LONGEST ? refuse('too-large', { max: LONGEST }) : accept(minutes)
    }),
  format: (value, _settings, locale) => {
    if (value === null) return ''
    const [hour, minute] = units[locale]
    const [hours, rest] = [Math.floor(Number(value) / 60), Number(value) % 60]
    return [hours > 0 ? `${hours} ${hour}` : '', rest > 0 || hours === 0 ? `${rest} ${minute}` : ''].filter(Boolean).join(' ')
  },
  samples: [
    { settings: {}, values: [0, 45, 60, 90, 1_500], bad: ['一会儿', '-5', '1:75', '0.3 分', 1.5, {}, true, '9'.repeat(12)] },
  ],
})
