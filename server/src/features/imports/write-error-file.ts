import type { Locale } from '@jieli/core'
import { csvLine, CSV_START } from '../exports/csv-line.ts'
import type { Context } from '../workspace/workspace.ts'
import { readTroubled } from './import-queries.ts'
import { openImport } from './require-import-right.ts'
import { describeReason } from './row-reason.ts'

const PAGE = 1_000

const words = {
  'zh-CN': {
    row: '行号',
    result: '结果',
    reason: '原因',
    failed: '没有导入',
    partly: '已导入，这一项没有填',
    skipped: '已跳过',
  },
  en: {
    row: 'Row',
    result: 'Result',
    reason: 'Reason',
    failed: 'Not imported',
    partly: 'Imported without this value',
    skipped: 'Skipped',
  },
} as const

/**
 * Rows that were not imported, or not wholly, in the file's own columns, with the reason behind them: mended, the same file
 * can be uploaded again. Opens in a spreadsheet as it is and runs nothing there.
 */
export const writeErrorFile = async (context: Context, importId: string, locale: Locale): Promise<AsyncGenerator<string>> => {
  const one = await openImport(context, importId)
  const info = context.workspace.config.current.objects.get(one.object)
  const word = words[locale]
  async function* lines(): AsyncGenerator<string> {
    yield CSV_START + csvLine([...one.columns, word.row, word.result, word.reason])
    let after = 0
    for (;;) {
      const rows = await readTroubled(context.workspace.db, one.id, after, PAGE)
      if (rows.length === 0) return
      yield rows
        .map((row) => {
          const cells = one.columns.map((_, column) => row.cells[column] ?? '')
          const result = row.status === 'failed' ? word.failed : row.status === 'skipped' ? word.skipped : word.partly
          return csvLine([...cells, String(row.number), result, describeReason(row.reason, info, locale)])
        })
        .join('')
      after = rows.at(-1)?.number ?? after
    }
  }
  return lines()
}
