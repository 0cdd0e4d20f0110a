/** A cell of a table as it is sent: text, numbers and truth as they are, lists as arrays. JSON is sent as its text. */
export type CopyCell = string | number | boolean | null | undefined | readonly CopyCell[]

const mustEscape = /[\\\t\n\r]/
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const escaped = (text: string): string =>
  mustEscape.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text

/** `{"a","b"}`: everything in quotes, for what stands bare might mean something. */
export const arrayText = (list: readonly CopyCell[]): string =>
  `{${list.map((one) => (one === null || one === undefined ? 'NULL' : Array.isArray(one) ? arrayText(one) : `"${String(one).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`

const cellText = (cell: CopyCell): string => {
  if (cell === null || cell === undefined) return '\\N'
  if (typeof cell === 'string') return escaped(cell)
  return typeof cell === 'object' ? escaped(arrayText(cell)) : String(cell)
}

/** Rows in the text form of COPY. */
export const copyText = (rows: Iterable<readonly CopyCell[]>): string => {
  let text = ''
  for (const cells of rows) {
    for (const [index, cell] of cells.entries()) text += index === 0 ? cellText(cell) : `\t${cellText(cell)}`
    text += '\n'
  }
  return text
}
