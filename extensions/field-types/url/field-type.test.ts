import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { url } from './field-type.ts'

const read = reader(url)

test('what people leave out is put back', () => {
  expect(read('www.example.com')).toBe('https://www.example.com/')
  expect(read('//example.com/a')).toBe('https://example.com/a')
  expect(read('example.com:8080/a')).toBe('https://example.com:8080/a')
})

test.each(['JavaScript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', 'java\tscript:alert(1)'])(
  '%j is a trap, not an address',
  (trap) => {
    expect(read(trap)).toBe('not-a-url')
  },
)

test('passwords and names of the own network do not belong in records', () => {
  expect(read('https://user:pw@example.com')).toBe('not-a-url')
  expect(read('http://localhost:3000')).toBe('not-a-url')
})
