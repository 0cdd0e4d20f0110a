import { expect, test } from 'vitest'
import { numberSought } from './number-sought.ts'

test('a number is sought however it is spaced, anything else is a text', () => {
  for (const search of ['13800138000', ' 138 0013 8000', '138-0013-8000', '138\u0000 0013(8000)'])
    expect(numberSought(search)).toBe('13800138000')
  expect(numberSought('+86 138 0013 8000')).toBe('+8613800138000')
  for (const search of ['', '13', '王芳138', '138a', '1+38']) expect(numberSought(search)).toBeUndefined()
})
