import { open } from 'node:fs/promises'
import { detectEncoding } from './detect-encoding.ts'
import type { FileTable } from './file-row.ts'
import { readCsvRows } from './read-csv-rows.ts'
import { readXlsxTable } from './read-xlsx-table.ts'
import { unreadable } from './unreadable.ts'

const HEAD = 65_536

/** Opens a file as what it is, whatever its name says: people rename workbooks to .csv and save web pages as .xls. */
export const readTable = async (path: string): Promise<FileTable> => {
  const head = await readHead(path)
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'))) return readXlsxTable(path)
  refuseOthers(head)
  const encoding = await detectEncoding(path, head)
  return { kind: 'csv', encoding, rows: readCsvRows(path, encoding, head), hiddenRows: 0 }
}

const readHead = async (path: string): Promise<Buffer> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

const refuseOthers = (head: Buffer): void => {
  if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1')
    throw unreadable('这是旧版 Excel（.xls）或加了密码的工作簿。请在 Excel 里去掉密码，另存为 .xlsx 再上传')
  const start = head.subarray(0, 512).toString('latin1').replace(/^ï»¿/, '').trimStart().toLowerCase()
  if (start.startsWith('%pdf')) throw unreadable('这是 PDF，不是表格')
  if (/^<(?:!doctype|html|table|\?xml|meta|head)/.test(start))
    throw unreadable('这是网页，不是表格。请用 Excel 打开它，另存为 .xlsx 再上传')
}
