import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { departmentPath } from './field-type.ts'

const read = reader(departmentPath)

test.each(['%', '/1/%/', '/1/_/', '/1//2/', '../hq', "/1/'/"])(
  '%s is refused: what a prefix search would take for a pattern',
  (path) => {
    expect(read(path)).toBe('not-a-path')
  },
)

test('a tree of any depth is a path until it is longer than a key', () => {
  expect(read('/1/4/17/')).toBe('/1/4/17/')
  expect(read(`/${'1/'.repeat(499)}`)).toBe(`/${'1/'.repeat(499)}`)
  expect(read(`/${'1/'.repeat(501)}`)).toBe('not-a-path')
})
