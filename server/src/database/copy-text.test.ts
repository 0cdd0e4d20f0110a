import { expect, it } from 'vitest'
import { copyText } from './copy-text.ts'

it('writes a row a line and nothing as \\N', () => {
  expect(
    copyText([
      ['a', 1, true, null],
      ['', -0.5, false, undefined],
    ]),
  ).toBe('a\t1\ttrue\t\\N\n\t-0.5\tfalse\t\\N\n')
  expect(copyText([])).toBe('')
})

it('keeps what would end a cell or a row, and a text that reads like nothing', () => {
  expect(copyText([['两\n行\r\t\\N', '\\N']])).toBe('两\\n行\\r\\t\\\\N\t\\\\N\n')
})

it('writes lists as arrays, whatever is in them', () => {
  expect(copyText([[['a,b', '"q"', 'c\\d', 'NULL', '', null], []]])).toBe(
    '{"a,b","\\\\"q\\\\"","c\\\\\\\\d","NULL","",NULL}\t{}\n',
  )
})
