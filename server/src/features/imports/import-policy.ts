import { AppError, typeAndSettingsOf, type FieldInfo, type Issue, type ObjectInfo } from '@jieli/core'
import { z } from 'zod'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import { importableFields } from './require-import-right.ts'
import { importDoorOf } from './import-door.ts'

/** What the person decided when starting. */
export const importPolicySchema = z.object({
  /**
   * A row whose record is here already: `touch` counts a new contact and fills blanks (objects with an import door),
   * `update` writes what the row says, `skip` leaves the record alone, `ask` keeps the row until somebody answers, `create`
   * makes another record.
   */
  duplicates: z.enum(['touch', 'skip', 'update', 'create', 'ask']).default('touch'),
  /** The field by which rows and records are the same; null: the fields that identify (phone, WeChat id). */
  matchBy: z.string().max(100).nullable().default(null),
  /** Who gets the new ones: the assignment rules, the importer, or nobody yet. */
  assign: z.enum(['rules', 'me', 'none']).default('rules'),
  /** Whether the people who get records are told, once for the whole file. */
  notify: z.boolean().default(true),
  /** Whether follow-up clocks start for new records, as they do for customers who come today. */
  clocks: z.boolean().default(true),
  /** Values for rows that do not say: a campus for the whole file. */
  defaults: z.record(z.string(), z.unknown()).default({}),
})
export type ImportPolicy = z.infer<typeof importPolicySchema>

/** With the rules, a chunk holds the assignment lock that other doors wait for, so it is small; else a statement's cost is shared by many. */
const CHUNK = { rules: 500, free: 2_000 } as const

/** So many rows are looked at together: by who counts them beforehand just as by who writes them, for the same comes of it then. */
export const chunkSizeOf = (policy: ImportPolicy): number => (policy.assign === 'rules' ? CHUNK.rules : CHUNK.free)

/** Fields that can say which record a row means: texts a person writes, whatever identifies, and what may not repeat. */
export const mayMatch = (field: FieldInfo): boolean => {
  const { type } = typeAndSettingsOf(field, fieldTypeRegistry)
  return (
    field.unique === true ||
    type.identity !== undefined ||
    (type.valueType === 'text' && !type.isRelation && !type.targets && !type.isOpaque)
  )
}

/** The policy as this object can have it: what has no door knows no contacts, so a known record is left alone. */
export const policyFor = (context: Context, info: ObjectInfo, policy: ImportPolicy): ImportPolicy =>
  policy.duplicates === 'touch' && !importDoorOf(context, info.name) ? { ...policy, duplicates: 'skip' } : policy

/** Refuses a policy that could not be followed, naming each part that is wrong. */
export const requirePolicy = (context: Context, info: ObjectInfo, policy: ImportPolicy, used: ReadonlySet<string>): void => {
  const allowed = new Map(importableFields(context, info).map((field) => [field.name, field]))
  const issues: Issue[] = Object.keys(policy.defaults)
    .filter((name) => !allowed.has(name))
    .map((name) => ({ path: name, code: 'unknown-field', params: { field: name } }))
  if (policy.matchBy !== null) {
    const field = allowed.get(policy.matchBy)
    if (!field || !mayMatch(field) || !used.has(field.name))
      issues.push({ path: 'matchBy', code: 'unknown-field', params: { field: policy.matchBy } })
  }
  // Two records never share what identifies them, so a second one cannot be made.
  const identifies = [...used].some((name) => allowed.get(name)?.identifies)
  if (policy.duplicates === 'create' && identifies)
    issues.push({ path: 'duplicates', code: 'unknown-option', params: { value: 'create' } })
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
}
