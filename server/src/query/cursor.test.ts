import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AppError } from '@jieli/core'
import { readCursor, writeCursor } from './cursor.ts'

const id = '0199aa00-1111-7222-8333-444455556666'

it('comes back as it went, for every text and number a list is sorted by', () => {
  fc.assert(
    fc.property(
      fc.option(fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))),
      fc.option(fc.integer()),
      (text, number) => {
        const cursor = { id, values: [text, number] }
        expect(readCursor(writeCursor(cursor), ['text', 'number'])).toEqual(cursor)
      },
    ),
  )
})

const forged: [string, string][] = [
  ['no base64', '***'],
  ['no list', Buffer.from('{"id":1}').toString('base64url')],
  ['no id', writeCursor({ id: '1; DROP TABLE lead', values: ['a'] })],
  ['too few values', writeCursor({ id, values: [] })],
  ['too many values', writeCursor({ id, values: ['a', 'b'] })],
  ['a value of another type', writeCursor({ id, values: [['a']] })],
  ['an object for a value', Buffer.from(JSON.stringify([id, { a: 1 }])).toString('base64url')],
]
it.each(forged)('is refused with %s', (_, text) => {
  expect(() => readCursor(text, ['text'])).toThrow(AppError)
})

it('takes a sort value that is an id only as one', () => {
  expect(readCursor(writeCursor({ id, values: [id] }), ['id']).values).toEqual([id])
  expect(() => readCursor(writeCursor({ id, values: ['王芳'] }), ['id'])).toThrow(AppError)
})
