import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readShort } from '@jieli/core/fields/read-text'
import { isTimeZone } from '@jieli/core/time/zone-offset'
import { wallText } from '@jieli/core/time/zoned-time'
import { z } from 'zod'
import { readInstant } from './read-instant.ts'

const settings = z.strictObject({
  /** Where times without a zone are meant, and in which they are shown. */
  timeZone: z.string().refine(isTimeZone).default('Asia/Shanghai'),
  /** Shows seconds. They are kept either way. */
  seconds: z.boolean().default(false),
})

/** A moment: kept in UTC to the millisecond, shown in the workspace's zone to the minute. */
export const instant = defineFieldType({
  name: 'instant',
  label: { 'zh-CN': '日期时间', en: 'Date and time' },
  icon: 'clock',
  settings,
  valueType: 'instant',
  column: () => 'timestamptz(3)',
  parse: (input, { timeZone }) =>
    readShort(input instanceof Date && !Number.isNaN(input.getTime()) ? input.toISOString() : input, cleanCode, (text) => {
      const moment = readInstant(text, timeZone)
      return moment === null ? refuse('not-an-instant') : accept(moment)
    }),
  format: (value, { timeZone, seconds }) =>
    value === null
      ? ''
      : wallText(Date.parse(String(value)), timeZone)
          .slice(0, seconds ? 19 : 16)
          .replace('T', ' '),
  // Zones written as an offset are left out: PostgreSQL takes +08:00 for west of Greenwich.
  textSql: (column, { timeZone, seconds }) =>
    /^[A-Za-z_]+\/[A-Za-z_/]+$/.test(timeZone)
      ? `to_char(${column} AT TIME ZONE '${timeZone}', 'YYYY-MM-DD HH24:MI${seconds ? ':SS' : ''}')`
      : undefined,
  samples: [
    {
      settings: { timeZone: 'Asia/Shanghai', seconds: false },
      values: ['2026-03-08T06:30:00.000Z', '1999-12-31T16:00:00.000Z'],
      bad: ['2026-02-30 10:00', '2026-03-08 25:00', '14:30', '2026-03-08T10:00+99:00', '后天下午', 12, {}, true],
    },
    {
      settings: { timeZone: 'America/New_York', seconds: true },
      values: ['2026-07-01T03:04:05.000Z'],
      bad: ['2026-03-08 10:60'],
    },
  ],
})
