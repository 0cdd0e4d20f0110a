import { describe, expect, it } from 'vitest'
import type { CrmRecord } from '@jieli/core'
import { columnsOf } from './columns-of.ts'

const record = (id: string, stage: string | null): CrmRecord => ({ id, rev: 1, values: { stage } })
const board = [
  { value: 'new', records: [record('a', 'new'), record('b', 'new')], count: { value: 7, capped: false } },
  { value: 'won', records: [record('c', 'won')], count: { value: 1, capped: false } },
  { value: null, records: [] },
]
const shown = (changing: CrmRecord[]) =>
  columnsOf(board, 'stage', new Map(changing.map((one) => [one.id, one]))).map(({ records, count }) => [
    records.map(({ id }) => id).join(''),
    count?.value,
  ])

describe('a board on which cards are being moved', () => {
  it('is as it was while nothing moves', () =>
    expect(shown([])).toEqual([
      ['ab', 7],
      ['c', 1],
      ['', undefined],
    ]))

  it('shows a card where it goes, once, and counts it there', () => {
    expect(shown([record('a', 'won')])).toEqual([
      ['b', 6],
      ['ac', 2],
      ['', undefined],
    ])
    expect(shown([record('c', null)])[2]).toEqual(['c', undefined])
  })

  it('keeps a card whose other values change', () => expect(shown([record('b', 'new')])[0]).toEqual(['ba', 7]))
})
