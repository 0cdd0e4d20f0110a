import type { AssignmentExplanation } from './assignment-rule.ts'

type Rule = AssignmentExplanation['rules'][number]
type Candidate = Rule['candidates'][number]
type Members = Record<string, unknown>

/**
 * A rule's table of candidates, told by what is different from the last one of the same rule and pool in the series.
 */
interface TableChange {
  pool: number
  /** Who stands in it, best first, by place in the series; `from` and `to`: one moved, the others closed up. Absent: as before. */
  people?: number[] | { from: number; to: number }
  /** So many of them have a rank, the first is 1; -1: ranks are among the members. Absent: as before. */
  ranked?: number
  /** Members that are not as they were when this person last stood in a table of the rule. */
  set?: Record<string, Members>
  /** Members that this person had then and has no more. */
  without?: Record<string, string[]>
}

/** One explanation: what stands around its tables (`head`, once in the series), who won, and each table's change. */
interface SeriesEntry {
  head: number
  winner: number | null
  tables: (TableChange | 0)[]
}

/** Explanations of a batch as they are kept: each says only what the one before it in the same batch does not. */
export interface StoredSeries {
  people: string[]
  heads: string[]
  entries: SeriesEntry[]
}

/** How the candidates of a pool stood last. */
interface Table {
  order: number[]
  ranked: number
}

/** What is known of each person, under one rule. */
type Known = Map<number, Members>

const emptyTable: Table = { order: [], ranked: 0 }

/** The map's value, made when it is first asked for. */
const at = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}

/** How many have a place, if the ranks are 1, 2, 3 … from the top and nobody below has one; else -1. */
const rankedIn = (candidates: readonly Candidate[]): number => {
  const count = candidates.findIndex(({ rank }) => rank === null)
  const ranked = count < 0 ? candidates.length : count
  return candidates.every(({ rank }, index) => rank === (index < ranked ? index + 1 : null)) ? ranked : -1
}

/** Compares two values of JSON. Written for speed: it is asked a thousand times for each decision. */
const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a)) return Array.isArray(b) && isSameList(a, b)
  if (Array.isArray(b)) return false
  let count = 0
  for (const name in a) {
    if (!(name in b) || !isSame((a as Members)[name], (b as Members)[name])) return false
    count++
  }
  for (const _ in b) count--
  return count === 0
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean => {
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) if (!isSame(a[index], b[index])) return false
  return true
}

/** The one move that makes one order into the other; undefined: it takes more than one. */
const moveBetween = (before: readonly number[], after: readonly number[]): { from: number; to: number } | undefined => {
  if (before.length !== after.length) return undefined
  const first = before.findIndex((person, index) => person !== after[index])
  const last = before.findLastIndex((person, index) => person !== after[index])
  for (const [from, to] of [
    [first, last],
    [last, first],
  ] as const)
    if (moved(before, from, to).every((person, index) => person === after[index])) return { from, to }
  return undefined
}

const moved = (order: readonly number[], from: number, to: number): number[] => {
  const person = order[from]
  return person === undefined ? [...order] : order.toSpliced(from, 1).toSpliced(to, 0, person)
}

/**
 * Gathers the explanations of decisions made one after another on shared counts. From one to the next a pool of ninety people
 * differs in two or three facts, so a series takes a hundredth of the room that its explanations take one by one.
 *
 * @example
 * const series = new ExplanationSeries()
 * series.add(decision.explanation)
 * explanationsIn(series.stored()) // [decision.explanation]
 */
export class ExplanationSeries {
  readonly #people = new Map<string, number>()
  readonly #heads = new Map<string, number>()
  readonly #pools = new Map<string, number>()
  readonly #tables = new Map<number, Table>()
  readonly #known = new Map<string, Known>()
  readonly #entries: SeriesEntry[] = []

  /** Takes one more and gives its place in the series. */
  add(explanation: AssignmentExplanation): number {
    const { winnerId } = explanation
    const rules = explanation.rules.map((rule) => ({ ...rule, candidates: [] }))
    const head = JSON.stringify({ ...explanation, winnerId: null, rules })
    const tables = explanation.rules.map((rule) => this.#change(rule))
    const winner = winnerId === null ? null : this.#personAt(winnerId)
    return this.#entries.push({ head: at(this.#heads, head, () => this.#heads.size), winner, tables }) - 1
  }

  stored(): StoredSeries {
    return { people: [...this.#people.keys()], heads: [...this.#heads.keys()], entries: this.#entries }
  }

  #change({ ruleId, candidates }: Rule): TableChange | 0 {
    if (candidates.length === 0) return 0
    const order = candidates.map(({ userId }) => this.#personAt(userId))
    const pool = at(this.#pools, poolKey(ruleId, order), () => this.#pools.size)
    const before = this.#tables.get(pool) ?? emptyTable
    const ranked = rankedIn(candidates)
    this.#tables.set(pool, { order, ranked })
    const known = at(this.#known, ruleId, () => new Map())
    return {
      pool,
      ...(isSameList(order, before.order) ? {} : { people: moveBetween(before.order, order) ?? order }),
      ...(ranked === before.ranked ? {} : { ranked }),
      ...learn(known, candidates, order, ranked === -1),
    }
  }

  #personAt(userId: string): number {
    return at(this.#people, userId, () => this.#people.size)
  }
}

/** The same for the same people in any order, and hardly ever for others: then the whole order is written, no more. */
const poolKey = (ruleId: string, order: readonly number[]): string => {
  let [sum, squares] = [0, 0]
  for (const person of order) {
    sum += person
    squares += person * person
  }
  return `${ruleId} ${order.length} ${sum} ${squares}`
}

/** What is new of each person, and takes it in. */
const learn = (
  known: Known,
  candidates: readonly Candidate[],
  order: readonly number[],
  withRank: boolean,
): Pick<TableChange, 'set' | 'without'> => {
  const [set, without]: [Record<string, Members>, Record<string, string[]>] = [{}, {}]
  for (const [index, candidate] of candidates.entries()) {
    const person = order[index] ?? 0
    const before = known.get(person) ?? {}
    const now = candidate as unknown as Members
    const changes = changesBetween(before, now, withRank)
    if (changes) set[person] = changes
    const gone = goneSince(before, now)
    if (gone) without[person] = gone
    known.set(person, now)
  }
  return { ...(isEmpty(set) ? {} : { set }), ...(isEmpty(without) ? {} : { without }) }
}

const isEmpty = (members: object): boolean => Object.keys(members).length === 0

/** Members that are not as they were. Who it is stands in the order, and so does the rank, save where it is told each time. */
const changesBetween = (before: Members, now: Members, withRank: boolean): Members | undefined => {
  let changes: Members | undefined
  for (const name in now) {
    if (name === 'userId' || (name === 'rank' && !withRank)) continue
    if (name !== 'rank' && name in before && isSame(before[name], now[name])) continue
    changes ??= {}
    changes[name] = now[name]
  }
  return changes
}

const goneSince = (before: Members, now: Members): string[] | undefined => {
  let gone: string[] | undefined
  for (const name in before) if (!(name in now)) (gone ??= []).push(name)
  return gone
}

/** Every explanation of a series up to `last`, exactly as they were added. */
export const explanationsIn = (series: StoredSeries, last: number = series.entries.length - 1): AssignmentExplanation[] => {
  const tables = new Map<number, Table>()
  const known = new Map<string, Known>()
  return series.entries.slice(0, last + 1).map(({ head, winner, tables: changes }) => {
    const explanation = JSON.parse(series.heads[head] ?? 'null') as AssignmentExplanation
    explanation.winnerId = winner === null ? null : (series.people[winner] ?? null)
    for (const [index, rule] of explanation.rules.entries()) {
      const change = changes[index]
      if (!change) continue
      const table = tableAfter(tables.get(change.pool) ?? emptyTable, change)
      tables.set(change.pool, table)
      const people = at(known, rule.ruleId, () => new Map<number, Members>())
      takeIn(people, change)
      rule.candidates = candidatesOf(table, people, series.people)
    }
    return explanation
  })
}

const tableAfter = (before: Table, { people, ranked = before.ranked }: TableChange): Table => ({
  order: people === undefined ? before.order : Array.isArray(people) ? people : moved(before.order, people.from, people.to),
  ranked,
})

const takeIn = (known: Known, { set = {}, without = {} }: TableChange): void => {
  for (const [key, members] of Object.entries(set)) known.set(Number(key), { ...known.get(Number(key)), ...members })
  for (const [key, names] of Object.entries(without)) {
    const members = Object.entries(known.get(Number(key)) ?? {}).filter(([name]) => !names.includes(name))
    known.set(Number(key), Object.fromEntries(members))
  }
}

const candidatesOf = ({ order, ranked }: Table, known: Known, people: readonly string[]): Candidate[] =>
  order.map((person, index) => {
    const members = known.get(person) ?? {}
    const rank = ranked === -1 ? members['rank'] : index < ranked ? index + 1 : null
    return { ...members, userId: people[person], rank } as unknown as Candidate
  })
