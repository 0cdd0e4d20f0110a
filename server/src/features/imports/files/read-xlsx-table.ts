import { readFile } from 'node:fs/promises'
import { streamXlsxRows } from 'hucre/xlsx'
import type { CellSet } from './cell-set.ts'
import { fileLimits } from './file-limits.ts'
import type { FileRow, FileTable } from './file-row.ts'
import { fillMerges } from './fill-merges.ts'
import { findSheet, type SheetPlace } from './find-sheet.ts'
import { inspectArchive } from './inspect-archive.ts'
import { scanSheet } from './scan-sheet.ts'
import { textOfCell, textOfPercent } from './text-of-cell.ts'
import { unreadable } from './unreadable.ts'

/** A workbook's first visible sheet. The archive is judged before anything in it is unfolded. */
export const readXlsxTable = async (path: string): Promise<FileTable> => {
  const archive = await inspectArchive(path)
  try {
    const sheet = await findSheet(archive)
    const { merges, hiddenRows, percents } = await scanSheet(archive, sheet)
    return { kind: 'xlsx', encoding: 'xlsx', rows: fillMerges(sheetRows(path, sheet, percents), merges), hiddenRows }
  } finally {
    archive.close()
  }
}

async function* sheetRows(path: string, sheet: SheetPlace, percents: CellSet): AsyncGenerator<FileRow> {
  try {
    for await (const row of streamXlsxRows(await readFile(path), { sheet: sheet.index })) {
      const values = row.values.slice(0, fileLimits.columns + 1)
      const cells = values.map((value, column) => (percents.has(row.index, column) ? textOfPercent : textOfCell)(value))
      yield { number: row.index + 1, cells }
    }
  } catch (error) {
    throw unreadable('工作表里有读不懂的内容。请用 Excel 打开后另存一份再试', error)
  }
}
