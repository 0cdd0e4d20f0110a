/** A long number as programs write it: `1.38001E+10`, `1.38001380001E10`. */
const scientific = /^(\d)(?:\.(\d+))?[eE](\+?)(\d{1,2})$/
/** How exports, ours among them, keep a spreadsheet from running a cell: `'=1+1`; and from rounding digits: `="138…"`. */
const guarded = /^'(?=[=+\-@\t\r＝＋－＠])/
const asFormula = /^="([^"]*)"$/

/** A cell of a text file as it was before a spreadsheet or an export touched it, as far as that can be known. */
export const repairText = (text: string): string => {
  const plain = text.replace(asFormula, '$1').replace(guarded, '')
  const [, first = '', decimals = '', plus = '', exponent = '0'] = scientific.exec(plain.trim()) ?? []
  if (first === '' || decimals.length > Number(exponent)) return plain
  // Spreadsheets (they write the plus) cut digits off, and those are gone for good; programs write all that are not zero.
  const isWhole = plus === '' || decimals.length === Number(exponent)
  return isWhole ? (first + decimals).padEnd(Number(exponent) + 1, '0') : plain
}
