import { writeXlsxStream } from 'hucre/xlsx'

/** Excel refuses sheet names with these or longer than this. */
const forbidden = /[\\/?*[\]:]/g
const LONGEST_NAME = 31

/** Rows of text as a workbook, sheet by sheet while they come. Cells are text: nothing is run, no digit is rounded. */
export const packWorkbook = (
  name: string,
  headers: readonly string[],
  pages: AsyncIterable<string[][]>,
): AsyncIterable<Uint8Array> =>
  writeXlsxStream(rowsOf(headers, pages), {
    name: name.replace(forbidden, ' ').slice(0, LONGEST_NAME),
    repeatHeaders: true,
    freezePane: { rows: 1 },
  })

async function* rowsOf(headers: readonly string[], pages: AsyncIterable<string[][]>): AsyncGenerator<string[]> {
  yield [...headers]
  for await (const rows of pages) for (const row of rows) yield row
}
