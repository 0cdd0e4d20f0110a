import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readShort } from '@jieli/core/fields/read-text'
import { z } from 'zod'

const settings = z.strictObject({ max: z.number().int().min(2).max(10).default(5) })

const stars = /^(★*)☆*$/u

function pointsIn(text: string): number {
  const full = stars.exec(text)?.[1]
  if (full !== undefined) return full.length
  const digits = /^(\d{1,2}) ?(?:星|分|\/ ?\d{1,2})?$/u.exec(text)?.[1]
  return digits === undefined ? NaN : Number(digits)
}

/** Stars, one to five or as many as are set. */
export const rating = defineFieldType({
  name: 'rating',
  label: { 'zh-CN': '评分', en: 'Rating' },
  icon: 'star',
  settings,
  valueType: 'number',
  column: () => 'smallint',
  parse: (input, { max }) =>
    readShort(input, cleanCode, (text) => {
      const points = pointsIn(text)
      return Number.isInteger(points) && points >= 1 && points <= max ? accept(points) : refuse('not-a-rating', { max })
    }),
  format: (value, { max }) => (value === null ? '' : '★'.repeat(Number(value)).padEnd(max, '☆')),
  samples: [
    { settings: { max: 5 }, values: [1, 3, 5], bad: [0, 6, 2.5, -1, '很好', {}, true, '★★★★★★'] },
    { settings: { max: 10 }, values: [1, 10], bad: [11] },
  ],
})
