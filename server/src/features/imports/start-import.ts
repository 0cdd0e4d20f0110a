import { AppError, type Issue, type ObjectInfo } from '@jieli/core'
import { z } from 'zod'
import { addMinutes } from '../../runtime/clock.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import { describeImport, type ImportProgress } from './find-imports.ts'
import {
  findRunning,
  forgetPreviews,
  markStarted,
  readImport,
  type ImportMapping,
  type ImportRecord,
} from './import-queries.ts'
import { importableFields, openImport, requireImportRight } from './require-import-right.ts'
import { importPolicySchema, requirePolicy } from './import-policy.ts'
import { runImport } from './run-import.ts'

export const startSchema = z.object({
  /** Header → field name, null for a column that is left out. Columns that are not named are left out. */
  mapping: z.record(z.string(), z.string().max(100).nullable()),
  policy: importPolicySchema.prefault({}),
})
export type StartInput = z.infer<typeof startSchema>

/** Fixes what the columns mean and sets the work going in the background. */
export const startImport = async (context: Context, importId: string, input: StartInput): Promise<ImportProgress> => {
  const one = await openImport(context, importId)
  const info = requireImportRight(context, one.object)
  requireMapping(context, info, one, input)
  const mapping: ImportMapping = Object.fromEntries(one.columns.map((header) => [header, input.mapping[header] ?? null]))
  if (await markStarted(context.workspace.db, one.id, mapping, input.policy)) void launchImport(context.workspace, one.id)
  return describeImport(context, (await readImport(context.workspace.db, one.id)) ?? one)
}

/** Refuses a mapping or a policy that could not be followed. */
export const requireMapping = (context: Context, info: ObjectInfo, one: ImportRecord, input: StartInput): void => {
  const allowed = new Set(importableFields(context, info).map((field) => field.name))
  const used = new Set<string>()
  const issues: Issue[] = []
  for (const [header, field] of Object.entries(input.mapping)) {
    if (field === null) continue
    if (!one.columns.includes(header) || !allowed.has(field))
      issues.push({ path: header, code: 'unknown-field', params: { field } })
    else if (used.has(field)) issues.push({ path: header, code: 'too-many-items', params: { max: 1 } })
    used.add(field)
  }
  if (used.size === 0 && issues.length === 0) issues.push({ path: 'mapping', code: 'required' })
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
  requirePolicy(context, info, input.policy, used)
}

interface Work {
  running: Map<string, Promise<void>>
  isStopping: boolean
}

/** What this process is working on, by workspace. */
const works = new WeakMap<Workspace, Work>()

const workOf = (workspace: Workspace): Work => {
  const work = works.get(workspace) ?? { running: new Map<string, Promise<void>>(), isStopping: false }
  works.set(workspace, work)
  return work
}

export const launchImport = (workspace: Workspace, importId: string): Promise<void> => {
  const work = workOf(workspace)
  const before = work.running.get(importId)
  if (before) return before
  const now = runImport(workspace, importId, () => !work.isStopping)
    .catch((error: unknown) =>
      workspace.log.error({ err: error, import: importId }, 'an import stopped and will be taken up again'),
    )
    .finally(() => work.running.delete(importId))
  work.running.set(importId, now)
  return now
}

const KEEP_PREVIEWS_MINUTES = 7 * 24 * 60

/** Takes up imports that were under way when a process died. Run at start and now and then; returns how many it looked after. */
export const resumeImports = async (workspace: Workspace): Promise<number> => {
  await forgetPreviews(workspace.db, addMinutes(workspace.clock.now(), -KEEP_PREVIEWS_MINUTES))
  const ids = await findRunning(workspace.db)
  for (const id of ids) await launchImport(workspace, id)
  return ids.length
}

/** Lets the chunks in hand be finished and starts no more: for a process that is about to end. */
export const stopImports = async (workspace: Workspace): Promise<void> => {
  const work = workOf(workspace)
  work.isStopping = true
  await Promise.all(work.running.values())
}

/** When nothing runs here any more. */
export const importsIdle = async (workspace: Workspace): Promise<void> => {
  await Promise.all(workOf(workspace).running.values())
}
