import type { AssignmentExplanation } from './assignment-rule.ts'

type Rule = AssignmentExplanation['rules'][number]
type CandidateEntry = Rule['candidates'][number]

/**
 * A column of the table of candidates: one value for all, few values told apart by a letter each, or as it is. Most columns
 * are of the first two kinds, which is why a table of 86 people takes a third of the room and is written three times as fast.
 */
type Column = { all: unknown } | { of: unknown[]; at: string } | unknown[]

/** Candidates column by column: every member that some candidate has, marked where another lacks it. */
interface PackedCandidates {
  count: number
  columns: Record<string, Column>
}

/** An explanation as it is stored. Older ones hold their candidates one by one; both are read. */
export type StoredExplanation = Omit<AssignmentExplanation, 'rules'> & {
  rules: (Omit<Rule, 'candidates'> & { candidates: CandidateEntry[] | PackedCandidates })[]
}

const letters = '0123456789abcdefghijklmnopqrstuvwxyz'
/** Below this many a table is as short one by one. */
const FEWEST = 4

const packColumn = (values: readonly unknown[]): Column => {
  const texts = values.map((value) => JSON.stringify([value]))
  const distinct = [...new Set(texts)]
  if (distinct.length === 1) return { all: values[0] }
  if (distinct.length > letters.length || distinct.length * 2 > values.length) return [...values]
  const place = new Map(distinct.map((text, index) => [text, index]))
  return {
    of: distinct.map((text) => (JSON.parse(text) as unknown[])[0]),
    at: texts.map((text) => letters[place.get(text) ?? 0]).join(''),
  }
}

const unpackColumn = (column: Column, index: number): unknown => {
  if (Array.isArray(column)) return column[index]
  return 'all' in column ? column.all : column.of[letters.indexOf(column.at[index] ?? '0')]
}

/** What stands for a member that a candidate does not have: no member of ours is ever worth this. */
const LACKING = { lacking: true }
const isLacking = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'lacking' in value && Object.keys(value).length === 1

const packCandidates = (candidates: readonly CandidateEntry[]): CandidateEntry[] | PackedCandidates => {
  if (candidates.length < FEWEST) return [...candidates]
  const names = new Set(candidates.flatMap((candidate) => Object.keys(candidate)))
  const columnOf = (name: string): Column =>
    packColumn(
      candidates.map((candidate) =>
        Object.hasOwn(candidate, name) ? (candidate as unknown as Record<string, unknown>)[name] : LACKING,
      ),
    )
  return { count: candidates.length, columns: Object.fromEntries([...names].map((name) => [name, columnOf(name)])) }
}

const unpackCandidates = (stored: CandidateEntry[] | PackedCandidates): CandidateEntry[] => {
  if (Array.isArray(stored)) return stored
  const columns = Object.entries(stored.columns)
  return Array.from({ length: stored.count }, (_, index) => {
    const members = columns.map(([name, column]) => [name, unpackColumn(column, index)] as const)
    return Object.fromEntries(members.filter(([, value]) => !isLacking(value))) as unknown as CandidateEntry
  })
}

/**
 * An explanation as it is kept: the same facts in less room. `unpackExplanation` gives back exactly what was packed.
 *
 * @example unpackExplanation(packExplanation(explanation)) // deeply equal to explanation
 */
export const packExplanation = (explanation: AssignmentExplanation): StoredExplanation => ({
  ...explanation,
  rules: explanation.rules.map((rule) => ({ ...rule, candidates: packCandidates(rule.candidates) })),
})

/** The explanation again, whichever way it was kept. */
export const unpackExplanation = (stored: StoredExplanation): AssignmentExplanation => ({
  ...stored,
  rules: stored.rules.map((rule) => ({ ...rule, candidates: unpackCandidates(rule.candidates) })),
})
