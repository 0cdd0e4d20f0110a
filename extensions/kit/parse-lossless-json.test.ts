import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { parseLosslessJson } from './parse-lossless-json.ts'

describe('parseLosslessJson', () => {
  it('keeps 64-bit ids exactly, as strings', () => {
    expect(parseLosslessJson('{"promotion_id":7300000000000000003,"ids":[-9007199254740993]}')).toEqual({
      promotion_id: '7300000000000000003',
      ids: ['-9007199254740993'],
    })
  })

  it('keeps every whole number, however long', () => {
    fc.assert(
      fc.property(fc.bigInt(), (id) => {
        expect(String(parseLosslessJson(id.toString()))).toBe(id.toString())
      }),
    )
  })

  it('leaves small numbers and fractions numbers', () => {
    expect(parseLosslessJson('[1, -2.5, 1e3, 0]')).toEqual([1, -2.5, 1000, 0])
  })

  it('keeps what no double can hold as it was written', () => {
    expect(parseLosslessJson('1e999')).toBe('1e999')
  })

  it('takes out what jsonb cannot hold, in values and in names', () => {
    expect(parseLosslessJson('{"a\\u0000b":"x\\u0000y\\ud800"}')).toEqual({ ab: 'xy\ufffd' })
  })

  it('reads __proto__ as a name like any other', () => {
    const parsed = parseLosslessJson('{"__proto__":{"admin":true},"a\\u0000":1}')
    expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype)
    expect(Object.keys(parsed as object)).toEqual(['__proto__', 'a'])
  })

  it('answers undefined for anything that is not JSON, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseLosslessJson(text)
      }),
    )
    expect(parseLosslessJson('{')).toBeUndefined()
    expect(parseLosslessJson('['.repeat(200_000))).toBeUndefined()
  })

  it('reads all ordinary JSON as JSON.parse does', () => {
    const plain = fc.jsonValue({ noUnicodeString: true }).map((value) => JSON.stringify(value))
    fc.assert(
      fc.property(plain, (text) => {
        fc.pre(!text.includes('\\u0000') && !/\d{16,}|e[+-]\d/.test(text))
        expect(parseLosslessJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })
})
