import { describe, expect, it } from 'vitest'
import { readPayload } from './read-payload.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('readPayload', () => {
  it('reads a JSON object, with a byte order mark too', () => {
    expect(readPayload(bytes('\ufeff{"name":"王先生"}'))).toEqual({ name: '王先生' })
  })

  it('reads a form, with repeated names as lists', () => {
    const form = bytes('name=%E7%8E%8B&subject=math&subject=english')
    expect(readPayload(form, 'application/x-www-form-urlencoded; charset=UTF-8')).toEqual({
      name: '王',
      subject: ['math', 'english'],
    })
  })

  it('refuses lists, bare values, empty bodies and bytes that are not UTF-8', () => {
    for (const text of ['[1]', '"x"', 'null', '', '{']) expect(readPayload(bytes(text))).toBeNull()
    expect(readPayload(Uint8Array.of(0x7b, 0xff, 0x7d))).toBeNull()
    expect(readPayload(bytes(''), 'application/x-www-form-urlencoded')).toBeNull()
  })
})
