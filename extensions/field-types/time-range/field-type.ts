import { cleanCode } from '@jieli/core/fields/clean-text'
import { defineFieldType } from '@jieli/core/fields/field-type'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readShort } from '@jieli/core/fields/read-text'
import { z } from 'zod'

/** `9:00-11:30`, `09:00 至 11:30`, `9点~11点半`. */
const range =
  /^(\d{1,2}) ?(?:[:点时] ?(?:([0-5]\d) ?分?|(半))?) ?(?:-|~|至|到) ?(\d{1,2}) ?(?:[:点时] ?(?:([0-5]\d) ?分?|(半))?)$/

const two = (part: number): string => String(part).padStart(2, '0')

/** A time of day as `09:30`; null when there is no such time. 24:00 ends a day. */
const clockOf = (hour: string | undefined, minute: string | undefined, half: string | undefined): string | null => {
  const [hours, minutes] = [Number(hour), half ? 30 : Number(minute ?? 0)]
  return hours > 24 || (hours === 24 && minutes > 0) ? null : `${two(hours)}:${two(minutes)}`
}

/** From when till when within a day: a lesson, opening hours. The same in every time zone; sorts by its beginning. */
export const timeRange = defineFieldType({
  name: 'time-range',
  label: { 'zh-CN': '时间段', en: 'Time range' },
  icon: 'clock-arrow-up',
  settings: z.strictObject({}),
  valueType: 'text',
  column: () => 'text',
  parse: (input) =>
    readShort(input, cleanCode, (text) => {
      const match = range.exec(text.replace(/[‐-―−～〜]/gu, '-').replace(/：/gu, ':'))
      const from = match && clockOf(match[1], match[2], match[3])
      const to = match && clockOf(match[4], match[5], match[6])
      return from && to && from < to ? accept(`${from}-${to}`) : refuse('not-a-time-range')
    }),
  format: (value) => String(value ?? ''),
  samples: [
    {
      settings: {},
      values: ['09:00-11:30', '00:00-24:00', '18:30-20:00'],
      bad: ['上午', '11:00-9:00', '9:00', '9:00-9:00', '25:00-26:00', '9:75-10:00', {}, true, 930],
    },
  ],
})
