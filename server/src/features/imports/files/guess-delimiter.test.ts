import { expect, it } from 'vitest'
import { guessDelimiter } from './guess-delimiter.ts'

it.each([
  [',', '姓名,手机\n王芳,138\n'],
  ['\t', '姓名\t手机\n王芳,女士\t138\n'],
  [';', '姓名;手机\r\n王;1\r\n'],
  ['|', '姓名|手机\n王|1'],
])('finds %j', (delimiter, text) => {
  expect(guessDelimiter(text)).toBe(delimiter)
})

it('does not count what stands within quotes, lines within a cell included', () => {
  expect(guessDelimiter('a;b\n"1,2,3,\n4,5";x\n"6,7";y\n')).toBe(';')
})

it('goes by how many lines agree, not by how many signs there are', () => {
  expect(guessDelimiter('备注|数\n一,二,三,四|1\n五|2\n六,七|3\n')).toBe('|')
})

it('takes a comma where nothing parts the cells', () => {
  expect(guessDelimiter('姓名\n王芳\n')).toBe(',')
  expect(guessDelimiter('')).toBe(',')
})
