import { numberSought, typeAndSettingsOf, wholeSought, type FieldInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../registries.ts'

/** A field to search and where it stands. */
export interface SearchedField {
  field: FieldInfo
  column: string
  /** Its values come covered to this reader: found by what the cover shows, or by the whole. */
  covered: boolean
  /** The rows on which this reader may search it; undefined: all. Asked only where it is used, for it binds values. */
  rows(): string | undefined
}

type Bind = (value: string) => string

/**
 * Text search over what a reader may search. Numbers are looked for in fields that hold numbers, when there are such; texts
 * by their characters, and two or more plain letters by initials of pinyin as well.
 *
 * Each search is two conditions. The first names what the index of grams holds; it only lets rows through that may fit. The
 * second is the search itself, with the reader's rights, and cheap enough to be asked of every row: so the planner may gather
 * by the index what is rare, or walk the newest rows for what is common, by what the grams' statistics tell it. The second
 * is wrapped so that the planner, which takes conditions for independent, does not count the rarity twice.
 */
export const searchSql = (text: string, fields: readonly SearchedField[], bind: Bind): string => {
  const wanted = text.replaceAll('\0', '').trim()
  if (wanted === '') return 'TRUE'
  const digits = numberSought(wanted)
  const numbers = digits === undefined ? [] : fields.filter((one) => kindOf(one) === 'trigram')
  if (digits !== undefined && numbers.length > 0) return searchNumbers(numbers, digits, bind)
  return searchTexts(
    fields.filter((one) => kindOf(one) === 'bigram' && !one.covered),
    wanted,
    bind,
  )
}

const kindOf = ({ field }: SearchedField) => fieldTypeRegistry[field.type]?.search

const searchNumbers = (fields: readonly SearchedField[], digits: string, bind: Bind): string => {
  const pattern = bind(likeParts(digits))
  return anyOf(fields.map((one) => `(${one.column} LIKE ${pattern}${uncovered(one, { digits, pattern, bind })}${within(one)})`))
}

/**
 * Of a covered number only what the cover shows is searched, and the whole: a part of what is hidden would be found digit by
 * digit. The number itself is asked first all the same, for that is what the index holds.
 */
const uncovered = (
  { field, column, covered }: SearchedField,
  { digits, pattern, bind }: { digits: string; pattern: string; bind: Bind },
): string => {
  if (!covered) return ''
  const whole = wholeSought(field, digits, fieldTypeRegistry)
  const cover = typeAndSettingsOf(field, fieldTypeRegistry).type.coverSql?.(column)
  const found = [
    ...(cover === undefined ? [] : [`(${cover}) LIKE ${pattern}`]),
    ...(whole === undefined ? [] : [`${column} = ${bind(whole)}`]),
  ]
  return found.length === 0 ? ' AND FALSE' : ` AND (${found.join(' OR ')})`
}

const searchTexts = (fields: readonly SearchedField[], wanted: string, bind: Bind): string => {
  if (fields.length === 0) return 'FALSE'
  const holdsText = textTest(wanted, bind)
  const grams = bind(gramsArray(wanted.toLowerCase()))
  const mayFit = fields.map(({ column }) => `jieli.grams(${column}) @> ${grams}::text[]`)
  const fits = fields.map((one) => `coalesce(${holdsText(one.column)}${within(one)}, FALSE)`)
  if (/^[a-z]{2,}$/i.test(wanted)) {
    const initials = bind(gramsArray(wanted.toLowerCase(), '~'))
    const pattern = bind(likeParts(wanted.toLowerCase()))
    mayFit.push(...fields.map(({ column }) => `jieli.grams(${column}) @> ${initials}::text[]`))
    fits.push(...fields.map((one) => `coalesce(jieli.initials(${one.column}) LIKE ${pattern}${within(one)}, FALSE)`))
  }
  return `(${anyOf(fits)} AND ${anyOf(mayFit)})`
}

/** Chinese has no capitals; folding them costs more than the comparison. */
const textTest = (wanted: string, bind: Bind): ((column: string) => string) => {
  const pattern = bind(likeParts(wanted))
  return wanted.toLowerCase() === wanted.toUpperCase()
    ? (column) => `${column} LIKE ${pattern}`
    : (column) => `lower(${column}) LIKE lower(${pattern})`
}

const within = (one: SearchedField): string => {
  const rows = one.rows()
  return rows === undefined ? '' : ` AND ${rows}`
}
const anyOf = (clauses: readonly string[]): string => (clauses.length === 0 ? 'FALSE' : `(${clauses.join(' OR ')})`)

/** What of a text the index is asked for, as an array of PostgreSQL: its pairs, or its only character. */
const gramsArray = (text: string, mark = ''): string => {
  // By code point, as PostgreSQL counts characters; the index holds the first two hundred.
  const characters = [...text].slice(0, 100)
  const pairs = characters.slice(1).flatMap((second, index) => {
    const pair = `${characters[index]}${second}`
    return /^\s*$/.test(pair) ? [] : [pair]
  })
  const grams = characters.length === 1 ? characters : pairs
  return `{${[...new Set(grams)].map((gram) => `"${mark}${gram.replace(/["\\]/g, '\\$&')}"`).join(',')}}`
}

/** A pattern that holds the text itself, whatever signs of LIKE are in it. */
const likeParts = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
