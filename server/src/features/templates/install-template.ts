import { AppError } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import type { JobKind } from '../long-jobs/job-kind.ts'
import { jobKindsOf } from '../long-jobs/job-kinds.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { startJob } from '../long-jobs/start-job.ts'
import { waitForJob } from '../long-jobs/wait-for-job.ts'
import type { Context } from '../workspace/workspace.ts'
import { carryOutPlan, preparePlan, type Plan, type WantedOf } from '../config/carry-out-plan.ts'
import { requireConfigure, type ConfigTree } from '../config/config-tree.ts'
import { mergeTemplate, withoutTemplate, type MadeByTemplate } from './merge-template.ts'
import { findDemoRecords, removeTemplateDemo } from './remove-template-demo.ts'
import { readTemplate } from './template-file.ts'
import { templateDemo } from './template-demo-job.ts'

const besideWhatIsThere =
  (template: ConfigTree, keep?: (made: MadeByTemplate) => void): WantedOf =>
  async (_db, now) => {
    const { wanted, made } = mergeTemplate(now, template)
    keep?.(made)
    return wanted
  }

/** What installing a template would add. */
export const previewTemplate = async (context: Context, name: string): Promise<Plan> => {
  const { file } = await readTemplate(name)
  return preparePlan(context, besideWhatIsThere(file.tree))
}

/**
 * Puts a template beside what is there; with its demo records when they are wanted. Settings, the note of what they are and
 * the order for the demo are one transaction: a kill leaves nothing, or a job that the next start finishes. Installing twice
 * is an error.
 */
export const installTemplate = async (
  context: Context,
  input: { name: string; withDemo: boolean; fingerprint?: string },
): Promise<{ demoRecords: number }> => {
  const { template, file } = await readTemplate(input.name)
  requireConfigure(context)
  const { db } = context.workspace
  if (await findMade(context, input.name))
    throw new AppError('already-installed', { details: { name: template.label['zh-CN'] } })
  let made: MadeByTemplate = { items: [], fields: [], options: [] }
  let jobId: string | undefined
  await carryOutPlan(
    context,
    besideWhatIsThere(file.tree, (all) => (made = all)),
    input.fingerprint === undefined ? {} : { fingerprint: input.fingerprint },
    async (_inside, tx) => {
      await keepMade(context, tx, input.name, made)
      if (input.withDemo) jobId = await startJob(context, tx, templateDemo, { template: input.name, now: context.now })
      return new Map()
    },
  )
  if (jobId === undefined) return { demoRecords: 0 }
  await runDueJobs(context.workspace, { kinds: jobKindsOf([templateDemo] as readonly JobKind[]) })
  await waitForJob(context.workspace, jobId)
  await db.query('ANALYZE')
  const written = await findDemoRecords(context, db, input.name)
  return { demoRecords: [...written.values()].reduce((sum, ids) => sum + ids.length, 0) }
}

export const keepMade = async (context: Context, db: Queryable, name: string, made: MadeByTemplate): Promise<void> => {
  await db.query(
    'INSERT INTO w.template (name, installed_at, installed_by, made) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING',
    [name, context.now, context.access.userId, JSON.stringify(made)],
  )
}

export const findMade = async (context: Context, name: string): Promise<MadeByTemplate | undefined> => {
  const [row] = await context.workspace.db.query<{ made: MadeByTemplate }>('SELECT made FROM w.template WHERE name = $1', [
    name,
  ])
  return row?.made
}

const withoutIt =
  (made: MadeByTemplate): WantedOf =>
  async (_db, now) =>
    withoutTemplate(now, made)

const requireMade = async (context: Context, name: string): Promise<MadeByTemplate> => {
  requireConfigure(context)
  const made = await findMade(context, name)
  if (!made) throw new AppError('not-found')
  return made
}

/** What taking a template away would take along: its settings, and whose records would no longer be seen. */
export const previewRemoval = async (context: Context, name: string): Promise<Plan> =>
  preparePlan(context, withoutIt(await requireMade(context, name)))

/**
 * Takes a template away. Its demo records go to the recycle bin first; tables and columns with a company's own records are
 * kept, only no longer shown, and come back by rolling the settings back.
 */
export const removeTemplate = async (
  context: Context,
  input: { name: string; demoOnly: boolean },
): Promise<{ demoRecords: number }> => {
  const made = await requireMade(context, input.name)
  const demoRecords = await removeTemplateDemo(context, input.name)
  if (input.demoOnly) return { demoRecords }
  await carryOutPlan(context, withoutIt(made), { allowRisks: true, leaveRest: true }, async (_inside, tx) => {
    await tx.query('DELETE FROM w.template WHERE name = $1', [input.name])
    return new Map()
  })
  return { demoRecords }
}
