import { textOf, typeAndSettingsOf, type FieldInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { fieldSynonyms } from './field-synonyms.ts'
import { repairText } from './files/repair-text.ts'
import type { ImportMapping } from './import-queries.ts'

/** How sure a guess is; the surest pairs are made first, and each field is filled by one column. */
const sure = { remembered: 100, label: 90, synonym: 80, values: 50, partly: 40, onlyFit: 30 } as const

interface Guess {
  header: string
  field: string
  score: number
}

const foldHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '')

/**
 * Which column means which field: what was chosen for a column of this name before, then names and synonyms, then what the
 * cells look like (a column of phone numbers is the phone, whatever stands above it).
 */
export const guessMapping = (
  headers: readonly string[],
  samples: readonly (readonly string[])[],
  fields: readonly FieldInfo[],
  remembered: readonly ImportMapping[],
): ImportMapping => {
  const names = new Set(fields.map((field) => field.name))
  const decided = new Map<string, string | null>()
  for (const header of headers) {
    const before = remembered.find((mapping) => Object.hasOwn(mapping, header))?.[header]
    if (before === null || (before !== undefined && names.has(before))) decided.set(header, before)
  }
  const guesses = headers.flatMap((header, column) =>
    decided.has(header)
      ? (decided.get(header) ?? null) === null
        ? []
        : [{ header, field: String(decided.get(header)), score: sure.remembered }]
      : guessesFor(
          header,
          fields,
          samples.map((row) => row[column] ?? ''),
        ),
  )
  return pair(headers, guesses)
}

const pair = (headers: readonly string[], guesses: readonly Guess[]): ImportMapping => {
  const mapping: ImportMapping = Object.fromEntries(headers.map((header) => [header, null]))
  const used = new Set<string>()
  for (const guess of guesses.filter((one) => one.score > 0).toSorted((a, b) => b.score - a.score)) {
    if (mapping[guess.header] !== null || used.has(guess.field)) continue
    mapping[guess.header] = guess.field
    used.add(guess.field)
  }
  return mapping
}

/** A column looks like one thing: numbers that could be WeChat ids as well are phone numbers. */
const guessesFor = (header: string, fields: readonly FieldInfo[], values: readonly string[]): Guess[] => {
  const looks = fields.find(
    (field) => field.identifies && hasIdentity(field) && !takesAnyCode(field) && looksLike(field, values),
  )
  const fits = fields.filter((field) => !field.identifies && isPicky(field) && looksLike(field, values))
  const only = fits.length === 1 ? fits[0] : undefined
  return fields.map((field) => ({
    header,
    field: field.name,
    score: Math.max(scoreOf(header, field), field === looks ? sure.values : field === only ? sure.onlyFit : 0),
  }))
}

/**
 * A WeChat id may be nearly any word, so a column of order numbers or company names would look like one, and rows of one
 * company would be taken for one customer: such a field is told by its header only.
 */
const takesAnyCode = (field: FieldInfo): boolean => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  return type.parse('rec-1024-org', settings).ok
}

/** Takes only what is meant for it: 「初三」 fits a list of grades, and any sentence fits a note. Digits fit too many to tell. */
const isPicky = (field: FieldInfo): boolean => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  return (
    !type.isRelation &&
    !type.targets &&
    ['随便写的一句话 xyz', '20261122', '42'].every((text) => !type.parse(text, settings).ok)
  )
}

const scoreOf = (header: string, field: FieldInfo): number => {
  const folded = foldHeader(header)
  const labels = [textOf(field.label), textOf(field.label, 'en'), field.name].map(foldHeader)
  const synonyms = (fieldSynonyms[field.name] ?? []).map(foldHeader)
  if (labels.includes(folded)) return sure.label
  const place = synonyms.indexOf(folded)
  if (place !== -1) return sure.synonym - place / 100
  const longest = Math.max(
    0,
    ...[...labels, ...synonyms].filter((word) => word.length >= 2 && folded.includes(word)).map((word) => word.length),
  )
  return longest === 0 ? 0 : sure.partly * (longest / folded.length)
}

const hasIdentity = (field: FieldInfo): boolean => fieldTypeRegistry[field.type]?.identity !== undefined

/** Four of five cells that hold something are values of this field, and there is something. */
const looksLike = (field: FieldInfo, values: readonly string[]): boolean => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  const given = values.filter((value) => value.trim() !== '')
  const fitting = given.filter((value) => type.parse(repairText(value), settings).ok)
  return given.length > 0 && fitting.length >= given.length * 0.8
}
