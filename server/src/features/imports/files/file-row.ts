/** A row of a file as people see it: `number` is the line a spreadsheet shows beside it, cells are text. */
export interface FileRow {
  number: number
  cells: string[]
}

/** A file that turned out to be a table. `rows` can be read once; each row is made when it is asked for. */
export interface FileTable {
  kind: 'csv' | 'xlsx'
  /** `utf-8`, `utf-16le`, `utf-16be`, `gb18030`; a workbook has none to speak of. */
  encoding: string
  rows: AsyncIterable<FileRow>
  /** Rows that the spreadsheet hides; they are read like the others, and the preview says so. */
  hiddenRows: number
}
