import { readFile } from 'node:fs/promises'
import { streamXlsxRows } from 'hucre/xlsx'
import { fileLimits } from './file-limits.ts'
import type { FileRow, FileTable } from './file-row.ts'
import { fillMerges } from './fill-merges.ts'
import { findSheet, type SheetPlace } from './find-sheet.ts'
import { inspectArchive } from './inspect-archive.ts'
import { scanSheet } from './scan-sheet.ts'
import { textOfCell } from './text-of-cell.ts'
import { unreadable } from './unreadable.ts'

/** A workbook's first visible sheet. The archive is judged before anything in it is unfolded. */
export const readXlsxTable = async (path: string): Promise<FileTable> => {
  const archive = await inspectArchive(path)
  try {
    const sheet = await findSheet(archive)
    const { merges, hiddenRows } = await scanSheet(archive, sheet.part)
    return { kind: 'xlsx', encoding: 'xlsx', rows: fillMerges(sheetRows(path, sheet), merges), hiddenRows }
  } finally {
    archive.close()
  }
}

async function* sheetRows(path: string, sheet: SheetPlace): AsyncGenerator<FileRow> {
  try {
    for await (const row of streamXlsxRows(await readFile(path), { sheet: sheet.index })) {
      yield { number: row.index + 1, cells: row.values.slice(0, fileLimits.columns + 1).map(textOfCell) }
    }
  } catch (error) {
    throw unreadable('工作表里有读不懂的内容。请用 Excel 打开后另存一份再试', error)
  }
}
