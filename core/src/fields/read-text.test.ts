import { expect, it } from 'vitest'
import { accept } from './parsed.ts'
import { readShort, readText } from './read-text.ts'

const trim = (text: string): string => text.trim()

it('cleans, then reads; blank is null and never reaches the reader', () => {
  expect(readText(' a ', trim, accept)).toEqual({ ok: true, value: 'a' })
  for (const blank of [null, undefined, '', '  '])
    expect(
      readText(blank, trim, () => {
        throw new Error('read')
      }),
    ).toEqual({ ok: true, value: null })
})

it('takes numbers as they are written, and nothing else that is no text', () => {
  expect(readText(1.5, trim, accept)).toEqual({ ok: true, value: '1.5' })
  expect(readText(10n ** 20n, trim, accept)).toEqual({ ok: true, value: '100000000000000000000' })
  for (const input of [Number.NaN, Infinity, true, {}, [], Symbol('a')])
    expect(readText(input, trim, accept)).toEqual({ ok: false, code: 'not-text' })
})

it('refuses NUL and what no door takes before any pattern is tried', () => {
  expect(readText('a\u0000', trim, accept)).toEqual({ ok: false, code: 'bad-characters' })
  expect(readText('a'.repeat(1_000_001), trim, accept)).toMatchObject({ ok: false, code: 'too-long' })
  expect(readShort('a'.repeat(301), trim, accept)).toEqual({ ok: false, code: 'too-long', params: { max: 300 } })
  expect(readShort('a'.repeat(300), trim, accept).ok).toBe(true)
})
