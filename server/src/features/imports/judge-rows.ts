import { setImmediate as breathe } from 'node:timers/promises'
import { cleanValues, typeAndSettingsOf, type Issue, type ObjectInfo, type Source, type Value } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { readSubmission } from '../capture/read-submission.ts'
import type { Submission } from '../capture/submission.ts'
import type { Context } from '../workspace/workspace.ts'
import { importDoorOf } from './import-door.ts'
import { importPolicySchema, policyFor } from './import-policy.ts'
import type { ImportMapping, ImportRecord, WaitingRow } from './import-queries.ts'
import type { MappedRow, RowPlan, RowReader } from './read-import-row.ts'

/** A row with what it would become. `isRefused`: it cannot be stored at all; other issues cost only the value they are about. */
export interface JudgedRow {
  number: number
  values: Record<string, Value>
  /** Fields that the row's own cells filled. */
  given: ReadonlySet<string>
  issues: Issue[]
  isRefused: boolean
  /** What somebody said should become of it, when it asked. */
  answer: WaitingRow['answer']
  /** How it goes through the capture door; absent for objects that have none. */
  submission: Submission | null
}

export const rowPlanOf = (
  context: Context,
  info: ObjectInfo,
  one: Pick<ImportRecord, 'columns' | 'mapping' | 'policy'>,
  mapping: ImportMapping | null = one.mapping,
): RowPlan => ({
  headers: one.columns,
  mapping: mapping ?? {},
  policy: policyFor(context, info, importPolicySchema.parse(one.policy ?? {})),
})

/** So many rows are judged before pages and the database's answers get a turn. */
const AT_ONCE = 200

/** Judges rows: finds the records they name, all at once, then reads each by the object's field types. */
export const judgeRows = async (
  context: Context,
  info: ObjectInfo,
  reader: RowReader,
  { importId, rows }: { importId: string; rows: readonly WaitingRow[] },
): Promise<JudgedRow[]> => {
  await reader.prepare(rows)
  const door = importDoorOf(context, info.name)
  const judged: JudgedRow[] = []
  for (const [index, row] of rows.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await breathe()
    const mapped = reader.read(row)
    judged.push({
      ...(door ? judgeSubmission(context, info, door, { importId, mapped }) : judgePlain(info, reader, mapped)),
      given: mapped.given,
      answer: row.answer,
    })
  }
  return judged
}

type Judged = Omit<JudgedRow, 'answer' | 'given'>

const judgeSubmission = (
  context: Context,
  info: ObjectInfo,
  door: Source,
  { importId, mapped }: { importId: string; mapped: MappedRow },
): Judged => {
  const source = sourceOf(context, info, door, mapped.raw)
  const submission: Submission = {
    sourceId: source.id,
    eventId: `${importId}/${mapped.number}`,
    receivedAt: context.now,
    payload: {},
    fixed: mapped.raw,
    actor: { kind: 'import', id: door.id },
  }
  const read = readSubmission(context, info, source, submission)
  const issues = [...read.issues, ...mapped.issues]
  const isUnreachable = read.refusedBecause === null && lacksIdentity(info, read.values, issues)
  const isRefused = read.refusedBecause !== null || isUnreachable
  return {
    number: mapped.number,
    values: read.values,
    isRefused,
    submission: { ...submission, read },
    issues: isRefused && issues.length === 0 ? [{ path: '', code: read.refusedBecause ?? 'no-identity' }] : issues,
  }
}

/** A number was given, it is none, and there is no other way to know the person: the file must be mended first. */
const lacksIdentity = (info: ObjectInfo, values: Record<string, Value>, issues: readonly Issue[]): boolean => {
  if (issues.length === 0) return false
  const identities = info.definition.fields.filter((field) => field.identifies)
  const isSpoilt = issues.some((issue) => identities.some((field) => field.name === issue.path))
  return isSpoilt && identities.every((field) => (values[field.name] ?? null) === null)
}

/** A row that names a source we know came from there: 来源 抖音 is the source 抖音, not 导入. */
const sourceOf = (context: Context, info: ObjectInfo, door: Source, raw: Record<string, unknown>): Source => {
  const field = info.fields.get('source')
  if (!field || raw['source'] === undefined) return door
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  const parsed = type.parse(raw['source'], settings)
  const named =
    parsed.ok && typeof parsed.value === 'string' ? context.workspace.config.current.item('source', parsed.value) : undefined
  return named?.enabled && named.object === info.name ? named : door
}

const judgePlain = (info: ObjectInfo, reader: RowReader, mapped: MappedRow): Judged => {
  const required = info.definition.fields.filter(
    (field) => field.required && !reader.fields.some((used) => used.name === field.name),
  )
  const { values, issues: found } = cleanValues(mapped.raw, [...reader.fields, ...required], {
    fieldTypes: fieldTypeRegistry,
    mode: 'create',
  })
  const issues = [...found, ...mapped.issues]
  const isRefused =
    issues.some((issue) => issue.code === 'required' || info.fields.get(issue.path)?.required) ||
    lacksIdentity(info, values, issues)
  const isEmpty = Object.values(values).every((value) => value === null)
  return {
    number: mapped.number,
    values,
    submission: null,
    isRefused: isRefused || isEmpty,
    issues: isEmpty && issues.length === 0 ? [{ path: '', code: 'required' }] : issues,
  }
}
