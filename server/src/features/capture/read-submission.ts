import { cleanValues, isTyped, type FieldInfo, type Issue, type ObjectInfo, type Source, type Value } from '@jieli/core'
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
const known = (raw: Record<string, unknown>, info: ObjectInfo): Record<string, unknown> =>
  Object.fromEntries(Object.entries(raw).filter(([name]) => isAsked(info.fields.get(name))))

/** What is the platform's to fill or to work out, a door does not say. */
const isAsked = (field: FieldInfo | undefined): field is FieldInfo => field !== undefined && !field.system && isTyped(field)

/** Fields that have something to say: named by the submission, filled by its source, or asked for. Objects have many others. */
const concerned = (raw: Record<string, unknown>, source: Source, info: ObjectInfo): FieldInfo[] =>
  [...info.fields.values()].filter(
    (field) =>
      (field.required ||
        field.name === 'source' ||
        Object.hasOwn(raw, field.name) ||
        Object.hasOwn(source.defaults, field.name)) &&
      isAsked(field),
  )

/** Maps, fills and cleans. Pure: the same submission reads the same every time, so a refused one can be run again. */
export const readSubmission = (context: Context, info: ObjectInfo, source: Source, submission: Submission): ReadSubmission => {
  const raw = {
    ...known(mapped(source, submission.payload), info),
    ...known(submission.attribution ?? {}, info),
    ...known(submission.fixed ?? {}, info),
  }
  const { values, issues } = cleanValues(raw, concerned(raw, source, info), {
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
