import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { boolean } from './field-type.ts'

const read = reader(boolean)

test.each(['是', 'TRUE', 'ｙｅｓ', '1', 1, '√', '有'])('%s is yes', (written) => {
  expect(read(written)).toBe(true)
})

test.each(['否', 'False', 'N', '0', 0, '×', '没有'])('%s is no', (written) => {
  expect(read(written)).toBe(false)
})

test('not answered is neither', () => {
  expect(read('')).toBeNull()
  expect(read('不知道')).toBe('not-yes-or-no')
})
