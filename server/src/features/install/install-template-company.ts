import { must } from '@jieli/core'
import { createRandom, seedOf } from '@jieli/extensions/kit/seeded-random'
import type { SolutionTemplate } from '@jieli/extensions/solutions'
import { carryOutPlan } from '../config/carry-out-plan.ts'
import { wantedByFile } from '../config/apply-config-file.ts'
import { saveAccount } from '../sign-in/account-queries.ts'
import { hashPassword } from '../sign-in/password.ts'
import { keepMade } from '../templates/install-template.ts'
import { readTemplate } from '../templates/template-file.ts'
import { writeTemplateDemo } from '../templates/write-template-demo.ts'
import { runDueTimers } from '../timers/timer-loop.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { Context } from '../workspace/workspace.ts'
import { installPeople, type CompanyPlan } from './install-company.ts'

/** Every demo account signs in with it, as those of the demo company do. */
const DEMO_PASSWORD = 'jieli-demo'

/** An empty workspace becomes an industry's: its settings, its invented company, some weeks of its records. */
export const installTemplateCompany = async (
  { workspace }: OpenWorkspace,
  name: string,
): Promise<{ company: string; records: number }> => {
  const { template, file } = await readTemplate(name)
  const context = systemContext(workspace)
  await markInstalling(context, template.company, true)
  await carryOutPlan(context, wantedByFile(file), {})
  const plan = companyOf(template, context)
  const ids = await installPeople(context, plan)
  const passwordHash = await hashPassword(DEMO_PASSWORD)
  await workspace.db.transaction(async (tx) => {
    for (const { login, name: called } of plan.users)
      await saveAccount(tx, { userId: must(ids.users[login]), login, name: called, passwordHash })
  })
  const records = await writeTemplateDemo(context, template, {
    owners: plan.users.filter((user) => user.roles.includes('consultant')).map((user) => must(ids.users[user.login])),
    places: Object.values(ids.campuses),
  })
  await keepMade(context, workspace.db, name, { items: [], fields: [], options: [] })
  await runDueTimers(context)
  // What people would have read by now is read.
  await workspace.db.query('UPDATE w.notice SET read_at = created_at WHERE created_at < $1', [
    new Date(Date.parse(context.now) - 6 * 3_600_000).toISOString(),
  ])
  await markInstalling(context, template.company, false)
  await workspace.db.query('ANALYZE')
  return { company: template.company, records }
}

/** While it is marked, a start that finds it begins anew. */
const markInstalling = async ({ workspace }: Context, name: string, installing: boolean): Promise<void> => {
  await workspace.db.query(
    'INSERT INTO w.workspace (id, name, installing) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET installing = $3, name = $2',
    [workspace.id, name, installing],
  )
}

const names = [
  '林静',
  '周敏',
  '沈磊',
  '许佳怡',
  '陈文斌',
  '顾若曦',
  '陆思远',
  '蒋雨桐',
  '唐晓燕',
  '韩子轩',
  '冯洁',
  '曹振华',
] as const

type PlannedUser = CompanyPlan['users'][number]

const person = (
  login: string,
  name: string,
  departmentKey: string,
  role: string,
  skills: readonly string[] = [],
): PlannedUser => ({
  login,
  name,
  departmentKey,
  roles: [role],
  phone: `1990000${String(seedOf('template-staff', login) % 10_000).padStart(4, '0')}`,
  wecomId: login,
  skills,
  shift: null,
  holdingCap: role === 'consultant' ? 60 : null,
  dailyCap: null,
  weight: 1,
})

/** An administrator, a manager, three advisers and a desk for each place. Everything is invented. */
const companyOf = (template: SolutionTemplate, context: Context): CompanyPlan => {
  const random = createRandom(seedOf('company', template.name))
  const options = (context.workspace.config.current.objects.get('lead')?.fields.get('subject')?.settings['options'] ?? []) as {
    id: string
  }[]
  const skills = (): string[] => options.map((option) => option.id).filter(() => random.chance(0.7))
  return {
    departments: [
      { key: 'hq', name: '总部', parentKey: null, managerLogin: 'admin' },
      ...template.places.map((place, index) => ({
        key: place.key,
        name: place.name,
        parentKey: 'hq',
        managerLogin: index === 0 ? 'zhuguan' : null,
      })),
    ],
    campuses: template.places,
    leaves: [],
    seniorLogins: [],
    users: [
      person('admin', '孟扬', 'hq', 'admin'),
      person('zhuguan', '周晓彤', 'hq', 'manager'),
      ...template.places.flatMap((place, at) => [
        ...[0, 1, 2].map((index) =>
          person(`guwen${at * 3 + index + 1}`, names[at * 3 + index] ?? '顾问', place.key, 'consultant', skills()),
        ),
        person(`qiantai${at + 1}`, `${place.name}前台`, place.key, 'front-desk'),
      ]),
    ],
  }
}

/** Who to be in a workspace that a template made; nobody in any other. */
export const templateSignIns = [
  ['admin', '管理员'],
  ['zhuguan', '主管'],
  ['guwen1', '顾问'],
  ['qiantai1', '前台'],
] as const
