import { expect, it } from 'vitest'
import type { FieldInfo } from '@jieli/core'
import type { Claim } from './find-clashes.ts'
import { admit, clashesAmong, openValueLedger } from './value-ledger.ts'

const claim = (name: string, key: string, holderId: string | null = null): Claim => ({
  field: { name } as FieldInfo,
  key,
  holderId,
})
const placesOf = (clashes: readonly { index: number }[]): number[] => clashes.map(({ index }) => index)

it('keeps out who brings a value that another has, and gives nothing of what such a one brings away', () => {
  const claims = [[claim('a', '1', 'held'), claim('b', 'x')], [claim('a', '2'), claim('b', 'x')], [claim('a', '2')], []]
  expect(placesOf(admit(claims, [10, 11, 12, 13], openValueLedger()))).toEqual([0, 2])
  expect(placesOf(clashesAmong(claims))).toEqual([0, 1, 2])
})

it('tells fields apart, and lets a taker have again what is its own', () => {
  const ledger = openValueLedger()
  ledger.take([claim('a', '1')], 'one')
  expect(ledger.clashesOf([claim('b', '1'), claim('a', '1')], 'one')).toEqual([])
  expect(ledger.clashesOf([claim('b', '1'), claim('a', '1')], 'two')).toHaveLength(1)
})

it('sets free what somebody had before, when the batch is over and not sooner', () => {
  const ledger = openValueLedger()
  const made = {}
  ledger.take([claim('a', 'new')], made)
  ledger.take([claim('a', 'newer')], made)
  ledger.take([claim('a', 'moved')], 'stored')
  const wanted = [claim('a', 'new'), claim('a', 'was', 'stored')]
  expect(ledger.clashesOf(wanted, 'other')).toEqual(wanted)
  ledger.settle()
  expect(ledger.clashesOf(wanted, 'other')).toEqual([])
  expect(ledger.clashesOf([claim('a', 'newer'), claim('a', 'moved', 'stored')], 'other')).toHaveLength(2)
})
