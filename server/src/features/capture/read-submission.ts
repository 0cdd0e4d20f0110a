import { cleanValues, type Field, type Issue, type ObjectInfo, type Source, type Value } from '@jieli/core'
import { readPath } from '@jieli/extensions/kit/read-path'
import { fieldTypeRegistry } from '../../registries.ts'
import { conditionHolds } from '../conditions/judge-condition.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Submission } from './submission.ts'

/** A submission in our own fields, or why it cannot be one. Issues of fields that nothing rests on are kept, not fatal. */
export interface ReadSubmission {
  values: Record<string, Value>
  issues: Issue[]
  refusedBecause: string | null
}

/** Their names → ours by the source's mapping; without a mapping the names are ours already. */
const mapped = (source: Source, payload: Record<string, unknown>): Record<string, unknown> => {
  const pairs = Object.entries(source.mapping)
  if (pairs.length === 0) return payload
  return Object.fromEntries(pairs.map(([name, path]) => [name, readPath(payload, path)]))
}

/** Only fields that exist are read; whatever else was sent stays in the stored payload. */
const known = (raw: Record<string, unknown>, fields: readonly Field[]): Record<string, unknown> =>
  Object.fromEntries(fields.flatMap((field) => (Object.hasOwn(raw, field.name) ? [[field.name, raw[field.name]]] : [])))

/** Maps, fills and cleans. Pure: the same submission reads the same every time, so a refused one can be run again. */
export const readSubmission = (context: Context, info: ObjectInfo, source: Source, submission: Submission): ReadSubmission => {
  const fields = info.definition.fields
  const raw = {
    ...known(mapped(source, submission.payload), fields),
    ...known(submission.attribution ?? {}, fields),
    ...known(submission.fixed ?? {}, fields),
  }
  const { values, issues } = cleanValues(raw, fields, {
    fieldTypes: fieldTypeRegistry,
    defaults: { ...source.defaults, source: source.id },
    mode: 'create',
  })
  return { values, issues, refusedBecause: whyRefused(context, info, source, values, issues) }
}

const whyRefused = (
  context: Context,
  info: ObjectInfo,
  source: Source,
  values: Record<string, Value>,
  issues: Issue[],
): string | null => {
  const missing = issues.find((issue) => issue.code === 'required')
  if (missing) return 'required'
  if (source.refuseWhen && conditionHolds(context, info, source.refuseWhen, values)) {
    // A number that was sent but is none is the better reason than that none is there.
    return issues.some((issue) => info.definition.fields.some((field) => field.identifies && field.name === issue.path))
      ? 'invalid-identity'
      : 'no-identity'
  }
  return null
}
