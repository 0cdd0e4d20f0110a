import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { text } from './field-type.ts'

test('is one line, however it was pasted', () => {
  expect(reader(text)(' 王女士\r\n（妈妈）\t')).toBe('王女士 （妈妈）')
})

test('a number that a spreadsheet gives is its text', () => {
  expect(reader(text)(13800138000)).toBe('13800138000')
})

test('length is counted as people count', () => {
  expect(reader(text, { maxLength: 1 })('😀')).toBe('😀')
  expect(reader(text, { maxLength: 1 })('中文')).toBe('too-long')
})
