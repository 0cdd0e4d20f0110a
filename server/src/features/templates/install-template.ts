import { AppError } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { carryOutPlan, preparePlan, type Plan, type WantedOf } from '../config/carry-out-plan.ts'
import { requireConfigure, type ConfigTree } from '../config/config-tree.ts'
import { mergeTemplate, withoutTemplate, type MadeByTemplate } from './merge-template.ts'
import { removeTemplateDemo } from './remove-template-demo.ts'
import { readTemplate } from './template-file.ts'
import { writeTemplateDemo } from './write-template-demo.ts'

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

/** Puts a template beside what is there; with its demo records when they are wanted. Installing twice is an error. */
export const installTemplate = async (
  context: Context,
  input: { name: string; withDemo: boolean; fingerprint?: string },
): Promise<{ demoRecords: number }> => {
  const { template, file } = await readTemplate(input.name)
  requireConfigure(context)
  const { db } = context.workspace
  if (await findMade(context, input.name))
    throw new AppError('already-installed', { details: { name: template.label['zh-CN'] } })
  let made: MadeByTemplate | undefined
  await carryOutPlan(
    context,
    besideWhatIsThere(file.tree, (all) => (made = all)),
    input.fingerprint === undefined ? {} : { fingerprint: input.fingerprint },
  )
  await keepMade(context, input.name, made ?? { items: [], fields: [], options: [] })
  if (!input.withDemo) return { demoRecords: 0 }
  const { users, campusNames } = context.workspace.directory.current
  const active = [...users.values()].filter((person) => person.active)
  const owners = active.filter((person) => person.roleIds.includes('consultant'))
  const demoRecords = await writeTemplateDemo(context, template, {
    owners: (owners.length > 0 ? owners : active).slice(0, 12).map((person) => person.id),
    places: [...campusNames.keys()],
    isOwnCompany: false,
  })
  await db.query('ANALYZE')
  return { demoRecords }
}

export const keepMade = async (context: Context, name: string, made: MadeByTemplate): Promise<void> => {
  await context.workspace.db.query(
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
  await carryOutPlan(context, withoutIt(made), { allowRisks: true, leaveRest: true })
  await context.workspace.db.query('DELETE FROM w.template WHERE name = $1', [input.name])
  return { demoRecords }
}
