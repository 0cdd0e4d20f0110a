import { expect, test } from 'vitest'
import { z } from 'zod'
import type { FieldTypes } from './field-type.ts'
import { typeAndSettingsOf } from './settings-of.ts'

const typesWith = (parsed: { times: number }): FieldTypes =>
  ({
    text: {
      name: 'text',
      settings: z.object({ maxLength: z.number().default(500) }).transform((settings) => {
        parsed.times += 1
        return settings
      }),
    },
  }) as unknown as FieldTypes

test('defaults are filled in once for a field, not for each of its values', () => {
  const parsed = { times: 0 }
  const types = typesWith(parsed)
  const field = { name: 'name', type: 'text', settings: {} }
  expect(typeAndSettingsOf(field, types).settings).toEqual({ maxLength: 500 })
  typeAndSettingsOf(field, types)
  expect(parsed.times).toBe(1)
})

test('another registry is asked anew, so that tests and converters may bring their own types', () => {
  const [one, other] = [{ times: 0 }, { times: 0 }]
  const field = { name: 'name', type: 'text', settings: {} }
  typeAndSettingsOf(field, typesWith(one))
  typeAndSettingsOf(field, typesWith(other))
  expect(other.times).toBe(1)
})

test('a type that is not there is a fault of the program, told by its name', () => {
  expect(() => typeAndSettingsOf({ name: 'x', type: 'gone', settings: {} }, {})).toThrow('gone')
})
