import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ExportColumn } from './export-columns.ts'
import { csvLine } from './csv-line.ts'
import { openCells, openLines } from './open-cells.ts'

const column = (at: number, readableAt?: number): ExportColumn => ({
  path: 'name',
  label: '姓名',
  pointersIn: undefined,
  place: { at, readableAt, isText: false },
  write: (raw, isReadable, titles) => (isReadable ? (titles.get(String(raw)) ?? JSON.stringify(raw)) : '***'),
})

it('writes each cell as its column does alone, whatever came before it', () => {
  const value = fc.oneof(fc.constantFrom('a', 'b', 'c', '=1', null, 0, false), fc.string(), fc.constant(['a']))
  const rows = fc.array(fc.tuple(value, fc.boolean(), value))
  fc.assert(
    fc.property(rows, (all) => {
      const columns = [column(0, 1), column(2)]
      const titles = new Map([['b', '李']])
      const [writeCells, writeLine] = [openCells(columns), openLines(columns)]
      for (const row of all) {
        const alone = (at: number, isReadable: boolean): string =>
          row[at] === null ? '' : column(at).write(row[at], isReadable, titles)
        const cells = [alone(0, row[1]), alone(2, true)]
        expect(writeCells(row, titles)).toEqual(cells)
        expect(writeLine(row, titles)).toBe(csvLine(cells))
      }
    }),
  )
})

it('goes on the same when a column has too many different values to be remembered', () => {
  const writeLine = openLines([column(0)])
  for (let index = 0; index < 9_000; index++) expect(writeLine([`v${index}`], new Map())).toBe(csvLine([`"v${index}"`]))
})

it('shows nothing of a value on a row where it may not be read, also when it was written on another', () => {
  const writeCells = openCells([column(0, 1)])
  expect(writeCells(['a', true], new Map())).toEqual(['"a"'])
  for (const readable of [false, null, undefined]) expect(writeCells(['a', readable], new Map())).toEqual(['***'])
})
