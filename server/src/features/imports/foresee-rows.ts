import { must, type ObjectInfo } from '@jieli/core'
import { findClaims } from '../unique/find-clashes.ts'
import { openValueLedger, type ValueLedger } from '../unique/value-ledger.ts'
import type { Context } from '../workspace/workspace.ts'
import { groupRows, type RowGroup } from './group-rows.ts'
import type { ImportPolicy } from './import-policy.ts'
import type { RowResult } from './import-queries.ts'
import type { JudgedRow } from './judge-rows.ts'
import { refuseTaken } from './refuse-taken.ts'
import { mergedRow, resultOf } from './row-result.ts'
import { decideUpdates } from './update-known.ts'

/** What the earlier rows of a file will have become, as far as later ones depend on it. */
export interface Foresight {
  seen: Map<string, RowGroup>
  /** Groups whose record the file makes. */
  made: WeakSet<RowGroup>
  ledger: ValueLedger
}

export const openForesight = (): Foresight => ({ seen: new Map(), made: new WeakSet(), ledger: openValueLedger() })

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

const foreseeNew = async (context: Context, info: ObjectInfo, { rows, file }: Chunk): Promise<RowResult[]> => {
  const contenders = rows.map(({ number, values }) => ({ id: null, values, taker: number }))
  const refused = await refuseTaken(context, context.workspace.db, info, contenders, file.ledger)
  return rows.map((row, index) => resultOf(row, refused.has(index) ? 'failed' : 'created', null, refused.get(index)))
}

/** As a door takes them in (`refuseRepeated`): of a customer who is known by then, a value that is taken only stays out. */
const foreseeTouches = async (context: Context, info: ObjectInfo, { rows, file }: Chunk): Promise<RowResult[]> => {
  const { db } = context.workspace
  const groups = await groupRows(context, db, info, { rows, matchBy: null, seen: file.seen })
  const groupOf = new Map(groups.flatMap((group) => group.rows.map((row) => [row, group] as const)))
  const contenders = rows.map(({ values }) => ({ id: null, values }))
  const claims = await findClaims(db, info, contenders)
  for (const group of groups) group.rows = []
  return rows.map((row, index) => {
    const group = must(groupOf.get(row))
    const own = must(claims[index])
    const isKnown = group.recordIds.size > 0 || file.made.has(group)
    const repeated = file.ledger.clashesOf(own, group)
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
      isKnown ? row.number : group,
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
  const known = groups.filter((group) => group.recordIds.size > 0 || file.made.has(group))
  const news = groups.filter((group) => !known.includes(group))
  const makers = news.map(({ rows: some }) => (fate === 'updated' ? mergedRow(some) : must(some[0])))
  const contenders = makers.map(({ values }, index) => ({ id: null, values, taker: must(news[index]) }))
  const refused = await refuseTaken(context, db, info, contenders, file.ledger)
  const results = news.flatMap((group, index) => {
    const issues = refused.get(index)
    if (!issues) file.made.add(group)
    const maker = resultOf(must(makers[index]), issues ? 'failed' : 'created', null, issues)
    const others = group.rows.slice(1)
    const isJoint = issues && fate === 'updated'
    return [maker, ...others.map((row) => (isJoint ? resultOf(row, 'failed', null, issues) : resultOf(row, fate)))]
  })
  if (fate === 'updated') results.push(...(await foreseeUpdates(context, info, { groups: known, policy, file })))
  else results.push(...known.flatMap((group) => group.rows.map((row) => resultOf(row, fate))))
  // Judged rows are let go: only that the record was seen matters for what follows.
  for (const group of groups) group.rows = []
  return results
}

const foreseeUpdates = async (
  context: Context,
  info: ObjectInfo,
  { groups, policy: { matchBy }, file: { ledger } }: Omit<Chunk, 'rows'> & { groups: readonly RowGroup[] },
): Promise<RowResult[]> => {
  const { ready, results } = await decideUpdates(context, context.workspace.db, info, { groups, matchBy, ledger })
  return [...results, ...ready.flatMap(({ group }) => group.rows.map((row) => resultOf(row, 'updated')))]
}
