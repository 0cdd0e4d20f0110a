import { defineFieldType } from '@jieli/core/fields/field-type'
import { z } from 'zod'
import { formatWeek } from './format-week.ts'
import { readWeek } from './read-week.ts'

const fiveDays = [
  ...Array.from({ length: 5 }, () => [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ]),
  [],
  [],
]

/** Weekly hours of a person: seven lists of [from, to], Monday first. A night over midnight is written on both days. */
export const shift = defineFieldType({
  name: 'shift',
  label: { 'zh-CN': '班次', en: 'Working hours' },
  icon: 'calendar-clock',
  settings: z.strictObject({}),
  valueType: 'list',
  column: () => 'jsonb',
  parse: readWeek,
  format: (value, _settings, locale) => formatWeek(value, locale),
  // The driver would write a list as a PostgreSQL array.
  toRow: (value) => (value === null ? null : JSON.stringify(value)),
  index: 'none',
  isOpaque: true,
  samples: [
    {
      settings: {},
      values: [
        fiveDays,
        Array.from({ length: 7 }, () => [['10:00', '20:30']]),
        [[], [], [['13:00', '21:00']], [], [], [['00:00', '24:00']], []],
        Array.from({ length: 7 }, () => []),
      ],
      bad: [
        '朝九晚五',
        [[], []],
        [[['18:00', '09:00']], [], [], [], [], [], []],
        [
          [
            ['09:00', '12:00'],
            ['11:00', '13:00'],
          ],
          [],
          [],
          [],
          [],
          [],
          [],
        ],
        [[['09:00', '24:30']], [], [], [], [], [], []],
        '周八 09:00–10:00',
        '周一 9点',
        '周一 09:00–10:00；周一 11:00–12:00',
        {},
        true,
        '周一\u0000',
      ],
    },
  ],
})
