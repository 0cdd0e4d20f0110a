import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readInstant } from './read-instant.ts'

/** As PostgreSQL writes it: microseconds without the zeros at their end. */
const written = (ms: number, micros: number): string => {
  const [day = '', time = ''] = new Date(ms).toISOString().replace('Z', '').split('T')
  const fraction = `${time.slice(9)}${String(micros).padStart(3, '0')}`.replace(/0+$/, '')
  return `${day} ${time.slice(0, 8)}${fraction === '' ? '' : `.${fraction}`}+00`
}

it('reads every instant of ten thousand years to the millisecond, and lets smaller parts fall', () => {
  const ms = fc.integer({ min: Date.parse('0001-01-01T00:00:00Z'), max: Date.parse('9999-12-31T23:59:59.999Z') })
  fc.assert(
    fc.property(ms, fc.integer({ min: 0, max: 999 }), (at, micros) => {
      expect(readInstant(written(at, micros))).toBe(new Date(at).toISOString())
    }),
  )
})

it('reads what a connection in another zone writes', () => {
  expect(readInstant('2026-11-30 08:15:00.5+08')).toBe('2026-11-30T00:15:00.500Z')
})
