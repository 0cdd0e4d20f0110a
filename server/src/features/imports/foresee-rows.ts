import { must, type ObjectInfo } from '@jieli/core'
import { findClaims } from '../unique/find-clashes.ts'
import { openValueLedger, type ValueLedger } from '../unique/value-ledger.ts'
import type { Context } from '../workspace/workspace.ts'
import { groupRows, type RowGroup } from './group-rows.ts'
import type { ImportPolicy } from './import-policy.ts'
import type { RowResult } from './import-queries.ts'
import type { JudgedRow } from './judge-rows.ts'
import { refuseTaken } from './refuse-taken.ts'
import { readReason } from './row-reason.ts'
import { mergedRow, resultOf } from './row-result.ts'
import { decideUpdates } from './update-known.ts'

/** What the earlier rows of a file will have become, as far as later ones depend on it. */
export interface Foresight {
  seen: Map<string, RowGroup>
  /** The same by what a door knows customers by, where rows are brought together by another field. */
  customers: Map<string, RowGroup>
  /** Groups whose record the file makes. */
  made: WeakSet<RowGroup>
  ledger: ValueLedger
}

export const openForesight = (): Foresight => ({
  seen: new Map(),
  customers: new Map(),
  made: new WeakSet(),
  ledger: openValueLedger(),
})

interface Chunk {
  rows: readonly JudgedRow[]
  policy: ImportPolicy
  file: Foresight
}

/** What would become of a chunk of rows that can be stored, by the same rules as `importChunk` writes them. */
export const foreseeRows = async (context: Context, info: ObjectInfo, chunk: Chunk): Promise<RowResult[]> => {
  const { duplicates } = chunk.policy
  const results =
    duplicates === 'create'
      ? await foreseeNew(context, info, chunk)
      : duplicates === 'touch'
        ? await foreseeTouches(context, info, chunk)
        : await foreseeGroups(context, info, chunk)
  chunk.file.ledger.settle()
  return results
}

/** Rows that make records. Their values go to `takers`, by the places of the rows: groups that later rows belong to. */
interface Newcomers {
  rows: readonly JudgedRow[]
  file: Foresight
  takers?: readonly RowGroup[]
}

const foreseeNew = async (context: Context, info: ObjectInfo, { rows, file, takers = [] }: Newcomers): Promise<RowResult[]> => {
  const contenders = rows.map(({ number, values }, index) => ({ id: null, values, taker: takers[index] ?? number }))
  const refused = await refuseTaken(context, context.workspace.db, info, contenders, file.ledger)
  return rows.map((row, index) => resultOf(row, refused.has(index) ? 'failed' : 'created', null, refused.get(index)))
}

/** As a door takes them in (`refuseRepeated`): of a customer who is known by then, a value that is taken only stays out. */
const foreseeTouches = async (
  context: Context,
  info: ObjectInfo,
  { rows, file, takers = [], seen = file.seen }: Newcomers & { seen?: Map<string, RowGroup> },
): Promise<RowResult[]> => {
  const { db } = context.workspace
  const groups = await groupRows(context, db, info, { rows, matchBy: null, seen })
  const groupOf = new Map(groups.flatMap((group) => group.rows.map((row) => [row, group] as const)))
  const contenders = rows.map(({ values }) => ({ id: null, values }))
  const claims = await findClaims(db, info, contenders)
  for (const group of groups) group.rows = []
  return rows.map((row, index) => {
    const group = must(groupOf.get(row))
    const own = must(claims[index])
    const isKnown = group.recordIds.size > 0 || file.made.has(group)
    const taker = takers[index] ?? group
    const repeated = file.ledger.clashesOf(own, taker)
    if (repeated.length > 0 && !isKnown)
      return resultOf(
        row,
        'failed',
        null,
        repeated.map(({ field }) => ({ path: field.name, code: 'taken' })),
      )
    // A touch fills blanks only: it never gives up what the customer has.
    file.ledger.take(
      own.filter((claim) => !repeated.includes(claim)),
      isKnown ? row.number : taker,
    )
    file.made.add(group)
    return resultOf(row, isKnown ? 'touched' : 'created')
  })
}

const fateOfKnown = { skip: 'skipped', ask: 'asked', update: 'updated' } as const

/** The first row of a new record makes it, or all of them together; the others meet it there. */
const foreseeGroups = async (context: Context, info: ObjectInfo, { rows, policy, file }: Chunk): Promise<RowResult[]> => {
  const { db } = context.workspace
  const fate = fateOfKnown[policy.duplicates as keyof typeof fateOfKnown]
  const groups = await groupRows(context, db, info, { rows, matchBy: policy.matchBy, seen: file.seen })
  const isThere = (group: RowGroup): boolean => group.recordIds.size > 0 || file.made.has(group)
  const known = groups.filter(isThere)
  const news = groups.filter((group) => !isThere(group))
  const makers = news.map(({ rows: some }) => (fate === 'updated' ? mergedRow(some) : must(some[0])))
  const made = await foreseeMakers(context, info, { rows: makers, policy, file, takers: news })
  const results = news.flatMap((group, index) => {
    const maker = must(made[index])
    const isIn = maker.status !== 'failed'
    if (isIn) file.made.add(group)
    const issues = readReason(maker.reason ?? '[]')
    const others = group.rows.slice(1)
    return [
      maker,
      ...others.map((row) => (isIn || fate !== 'updated' ? resultOf(row, fate) : resultOf(row, 'failed', null, issues))),
    ]
  })
  if (fate === 'updated') results.push(...(await foreseeUpdates(context, info, { groups: known, policy, file })))
  else results.push(...known.flatMap((group) => group.rows.map((row) => resultOf(row, fate))))
  // Judged rows are let go: only that the record was seen matters for what follows.
  for (const group of groups) group.rows = []
  return results
}

/** A door may know a customer by what the importer did not choose. */
const foreseeMakers = async (
  context: Context,
  info: ObjectInfo,
  { policy, ...newcomers }: Newcomers & { policy: ImportPolicy },
): Promise<RowResult[]> => {
  const { rows, file } = newcomers
  return policy.matchBy !== null && rows.every(({ submission }) => submission !== null)
    ? foreseeTouches(context, info, { ...newcomers, seen: file.customers })
    : foreseeNew(context, info, newcomers)
}

const foreseeUpdates = async (
  context: Context,
  info: ObjectInfo,
  { groups, policy: { matchBy }, file: { ledger } }: Omit<Chunk, 'rows'> & { groups: readonly RowGroup[] },
): Promise<RowResult[]> => {
  const { ready, results } = await decideUpdates(context, context.workspace.db, info, { groups, matchBy, ledger })
  return [...results, ...ready.flatMap(({ group }) => group.rows.map((row) => resultOf(row, 'updated')))]
}
