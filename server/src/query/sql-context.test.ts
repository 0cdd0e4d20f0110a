import { describe, expect, it } from 'vitest'
import { Bindings } from './bindings.ts'
import { openSqlContext } from './sql-context.ts'

const time = { now: '2026-03-01T00:00:00Z', timeZone: 'Asia/Shanghai' }

describe('what a statement knows of its moment and its reader', () => {
  it('binds nothing that no function asked for', () => {
    const bindings = new Bindings()
    openSqlContext(bindings, time, null)
    expect(bindings.params).toEqual([])
  })

  it('is bound once however often it is asked for', () => {
    const bindings = new Bindings()
    const context = openSqlContext(bindings, time, null)
    expect([context.now, context.timeZone, context.now, context.userId]).toEqual([
      '$1::timestamptz',
      '$2::text',
      '$1::timestamptz',
      '$3::uuid',
    ])
    expect(bindings.params).toEqual([time.now, time.timeZone, null])
  })
})
