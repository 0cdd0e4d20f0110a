import {
  explanationsIn,
  hasCover,
  must,
  textOf,
  unpackExplanation,
  type AssignmentExplanation,
  type ClauseVerdict,
  type ObjectInfo,
  type StoredExplanation,
  type StoredSeries,
} from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { getRecord } from '../records/find-records.ts'
import { rightsOnRecord, type RightsOnRecord } from '../records/rights-on-record.ts'
import type { Context } from '../workspace/workspace.ts'

export interface ExplainedDecision {
  at: string
  ownerId: string | null
  ownerName: string | null
  ruleId: string | null
  explanation: AssignmentExplanation
}

/**
 * 分配溯源 of a record this reader may see, newest first: as stored at the time, never reckoned again. Of a clause over a
 * field they may not read, or that they see covered, only the field is named: neither what it asked for nor what it found.
 */
export const explainAssignment = async (
  context: Context,
  object: string,
  id: string,
): Promise<{ decisions: ExplainedDecision[] }> => {
  await getRecord(context, object, id)
  const rows = await context.workspace.db.query<{
    at: string
    owner_id: string | null
    rule_id: string | null
    explanation: StoredExplanation | null
    place: number | null
    series: StoredSeries | null
  }>(
    `SELECT d.at, d.owner_id, d.rule_id, d.explanation, d.place, s.content AS series
     FROM w.assignment_decision d LEFT JOIN w.assignment_series s ON s.id = d.series_id
     WHERE d.record_id = $1 ORDER BY d.id DESC LIMIT 20`,
    [id],
  )
  const info = must(context.workspace.config.current.objects.get(object), object)
  const rights = await rightsOnRecord(context, info, id)
  const { users } = context.workspace.directory.current
  return {
    decisions: rows.map((row) => ({
      at: row.at,
      ownerId: row.owner_id,
      ownerName: users.get(row.owner_id ?? '')?.name ?? null,
      ruleId: row.rule_id,
      explanation: readable(explanationOf(row), (clause) =>
        asReadable(clause, info, { rights, covers: context.access.covers }),
      ),
    })),
  }
}

/** Stored by itself, or in the series of the batch it was decided in. */
const explanationOf = (row: {
  explanation: StoredExplanation | null
  place: number | null
  series: StoredSeries | null
}): AssignmentExplanation =>
  row.explanation
    ? unpackExplanation(row.explanation)
    : must(explanationsIn(must(row.series), must(row.place)).at(-1), 'explanation')

const readable = (
  explanation: AssignmentExplanation,
  asRead: (clause: ClauseVerdict) => ClauseVerdict,
): AssignmentExplanation => ({
  ...explanation,
  rules: explanation.rules.map((rule) => ({ ...rule, clauses: rule.clauses.map(asRead) })),
})

const asReadable = (
  clause: ClauseVerdict,
  info: ObjectInfo,
  { rights, covers }: { rights: RightsOnRecord; covers: boolean },
): ClauseVerdict => {
  const read = clause.read.map(({ field: path }) => ({ path, field: info.fields.get(path) }))
  const labels = (some: typeof read): string => some.map(({ path, field }) => (field ? textOf(field.label) : path)).join('、')
  const hidden = read.filter(({ field }) => !field || rights(field) !== 'read')
  if (hidden.length > 0) return { sentence: `看的是你不能看的信息：${labels(hidden)}`, holds: clause.holds, read: [] }
  const covered = read.filter(({ field }) => covers && field && hasCover(field, fieldTypeRegistry))
  return covered.length === 0 ? clause : { sentence: `看的是遮住的信息：${labels(covered)}`, holds: clause.holds, read: [] }
}
