import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { attachment } from './field-type.ts'

const id = (digit: number): string => `01930000-0000-7000-8000-00000000000${digit}`

test('a file that is named twice hangs on the record once', () => {
  expect(reader(attachment)([id(1), id(2), id(1)])).toEqual([id(1), id(2)])
})

test('the limit counts files, and a name is no file', () => {
  expect(reader(attachment, { max: 1 })([id(1), id(2)])).toBe('too-many-items')
  expect(reader(attachment)(['报价单.pdf'])).not.toEqual(['报价单.pdf'])
})

test('kinds of file are given as the web names them, not as endings', () => {
  expect(attachment.settings.safeParse({ accept: ['image/*', 'application/pdf'] }).success).toBe(true)
  expect(attachment.settings.safeParse({ accept: ['.pdf'] }).success).toBe(false)
})
