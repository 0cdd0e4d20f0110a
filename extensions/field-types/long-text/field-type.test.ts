import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { longText } from './field-type.ts'

test('paragraphs stay, and lines end one way whoever wrote them', () => {
  expect(reader(longText)('第一段\r\n\r\n第二段')).toBe('第一段\n\n第二段')
})

test('length is counted in characters as people count them, so an emoji is one', () => {
  expect(reader(longText, { maxLength: 2 })('😀😀')).toBe('😀😀')
  expect(reader(longText, { maxLength: 2 })('😀😀😀')).toBe('too-long')
})
