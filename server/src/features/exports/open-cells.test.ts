import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ExportColumn } from './export-columns.ts'
import { openCells } from './open-cells.ts'

const column = (at: number, readableAt?: number): ExportColumn => ({
  path: 'name',
  label: '姓名',
  pointersIn: undefined,
  place: { at, readableAt, isText: false },
  write: (raw, isReadable, titles) => (isReadable ? (titles.get(String(raw)) ?? JSON.stringify(raw)) : '***'),
})
const encode = (text: string): string => `<${text}>`

it('writes each cell as its column does alone, whatever came before it', () => {
  const value = fc.oneof(fc.constantFrom('a', 'b', 'c', null, 0, false), fc.string(), fc.constant(['a']))
  const rows = fc.array(fc.tuple(value, fc.boolean(), value))
  fc.assert(
    fc.property(rows, (all) => {
      const columns = [column(0, 1), column(2)]
      const titles = new Map([['b', '李']])
      const writeRow = openCells(columns, encode)
      for (const row of all) {
        const alone = (at: number, isReadable: boolean): string =>
          row[at] === null ? '<>' : encode(column(at).write(row[at], isReadable, titles))
        expect(writeRow(row, titles)).toEqual([alone(0, row[1]), alone(2, true)])
      }
    }),
  )
})

it('shows nothing of a value on a row where it may not be read, also when it was written on another', () => {
  const writeRow = openCells([column(0, 1)], encode)
  expect(writeRow(['a', true], new Map())).toEqual(['<"a">'])
  for (const readable of [false, null, undefined]) expect(writeRow(['a', readable], new Map())).toEqual(['<***>'])
})
