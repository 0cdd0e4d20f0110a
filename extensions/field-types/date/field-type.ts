import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readCalendarDate } from '@jieli/core/fields/read-calendar-date'
import { readShort } from '@jieli/core/fields/read-text'
import { civilDate } from '@jieli/core/time/zoned-time'
import { asStored } from '@jieli/core/fields/unique-key'
import { z } from 'zod'

/** Spreadsheets and programs add a midnight to a day; any other time would be lost, so it is refused. */
const midnight = /[T ]0?0:00(:00(\.0+)?)?Z?$/

/** A day without a time: birthday, contract date. The same day in every time zone. */
export const date = defineFieldType({
  name: 'date',
  label: { 'zh-CN': '日期', en: 'Date' },
  icon: 'calendar',
  settings: z.strictObject({}),
  valueType: 'date',
  column: () => 'date',
  parse: (input) =>
    readShort(input, cleanCode, (text) => {
      const day = readCalendarDate(text.replace(midnight, ''))
      return day === null ? refuse('not-a-date') : accept(day)
    }),
  format: (value) => (value === null ? '' : String(value)),
  adopt: (value, from) =>
    from.valueType === 'instant'
      ? accept(civilDate(Date.parse(String(value)), String(from.settings['timeZone'] ?? 'Asia/Shanghai')))
      : undefined,
  uniqueKey: asStored,
  samples: [
    {
      settings: {},
      values: ['2026-03-08', '2024-02-29', '1949-10-01'],
      bad: ['2026-02-29', '2026-13-01', '26-3-8', '2026-03-08 14:30', '明天', {}, true],
    },
  ],
})
