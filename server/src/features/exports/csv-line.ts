/** Spreadsheets take a file without it for one in the local encoding. */
export const CSV_START = '\uFEFF'

/** A cell that begins like this is run as a formula when the file is opened; full-width signs count as well. */
const dangerous = /^[=+\-@\t\r＝＋－＠]/
const plainNumber = /^-?\d{1,15}(?:\.\d+)?$/
/** From this many digits on a spreadsheet rounds what it takes for a number: 1.38E+10. */
const longDigits = /^\d{11,}$/

/** A cell that is shown as it was and never run. A tab before long digits keeps them text; it cannot be seen. */
export const safeCell = (text: string): string => {
  if (longDigits.test(text)) return `\t${text}`
  return dangerous.test(text) && !plainNumber.test(text) ? `'${text}` : text
}

const quoted = (text: string): string => (/["\n\r,;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** What needs neither: nearly every cell, told by one look at it. */
const harmless = /^(?![=+\-@\t\r＝＋－＠]|\d{11,}$)[^"\n\r,;\t]*$/

/** A cell as it stands in the file: safe, and quoted where it must be. */
export const csvCell = (text: string): string => (harmless.test(text) ? text : quoted(safeCell(text)))

/** One line of a CSV file, ended as spreadsheets end it. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`
