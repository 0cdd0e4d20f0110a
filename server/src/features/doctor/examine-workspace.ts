import { statfs } from 'node:fs/promises'
import { systemClock } from '../../runtime/clock.ts'
import { closedStages } from '../assignment/closed-stages.ts'
import type { Context } from '../workspace/workspace.ts'
import { findDatabaseFacts, findLostIdentities, findLostTimers, findWrongCounters } from './doctor-queries.ts'

/** One thing looked at, in the words of both languages. */
export interface Finding {
  ok: boolean
  text: { 'zh-CN': string; en: string }
}

const finding = (ok: boolean, zh: string, en: string): Finding => ({ ok, text: { 'zh-CN': zh, en } })

const OLDEST_POSTGRES = 150_000
const LEAST_FREE_BYTES = 1_000_000_000
const MOST_CLOCK_SECONDS = 5

/** Looks at what the platform rests on and at what must hold in its data. Changes nothing. */
export const examineWorkspace = async (context: Context): Promise<Finding[]> => [
  ...(await examineDatabase(context)),
  await examineDisk(context.workspace.home),
  ...(await examineRecords(context)),
]

const examineDatabase = async ({ workspace: { db, config, directory } }: Context): Promise<Finding[]> => {
  const before = Date.parse(systemClock.now())
  const facts = await findDatabaseFacts(db)
  const skew = Math.round(Math.abs(Date.parse(facts.now) - (before + Date.parse(systemClock.now())) / 2) / 100) / 10
  const admins = [...directory.current.users.values()].filter(
    (person) =>
      person.active && person.roleIds.some((id) => config.current.item('role', id)?.abilities.includes('manage-users')),
  )
  return [
    finding(
      facts.version >= OLDEST_POSTGRES,
      `数据库连得上，PostgreSQL ${facts.versionText}`,
      `the database answers, PostgreSQL ${facts.versionText}`,
    ),
    finding(facts.encoding === 'UTF8', `编码 ${facts.encoding}`, `encoding ${facts.encoding}`),
    finding(
      facts.migrations > 0,
      `结构是最新的（${facts.migrations} 步）`,
      `the schema is up to date (${facts.migrations} steps)`,
    ),
    finding(skew <= MOST_CLOCK_SECONDS, `时钟与数据库相差 ${skew} 秒`, `the clock differs from the database by ${skew} s`),
    finding(
      config.current.objects.size > 0,
      `设置第 ${config.current.version} 版，${config.current.objects.size} 个对象`,
      `settings version ${config.current.version}, ${config.current.objects.size} objects`,
    ),
    finding(admins.length > 0, `有 ${admins.length} 位在职管理员`, `${admins.length} administrators at work`),
  ]
}

const examineDisk = async (home: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(home)
  const free = bavail * bsize
  const gigabytes = (free / 1_000_000_000).toFixed(1)
  return finding(free >= LEAST_FREE_BYTES, `磁盘剩余 ${gigabytes} GB`, `${gigabytes} GB of disk free`)
}

const examineRecords = async (context: Context): Promise<Finding[]> => {
  const { db, config } = context.workspace
  const lead = config.current.objects.get('lead')
  const stage = lead?.definition.stageField === undefined ? undefined : lead.fields.get(lead.definition.stageField)
  const counters =
    lead && stage
      ? await findWrongCounters(db, { table: lead.table, stageColumn: stage.column, closed: [...closedStages(context)] })
      : 0
  const identities = (
    await Promise.all([...config.current.objects.values()].map((info) => findLostIdentities(db, info.name, info.table)))
  ).reduce((sum, count) => sum + count, 0)
  const timers = lead ? await findLostTimers(db, lead.table) : 0
  return [
    finding(
      counters === 0,
      counters === 0 ? '在手数与线索一致' : `${counters} 位同事的在手数与线索不一致`,
      counters === 0 ? 'counters of open leads agree with the leads' : `${counters} counters of open leads are wrong`,
    ),
    finding(
      identities === 0,
      identities === 0 ? '身份键都有对应的记录' : `${identities} 个身份键没有对应的记录`,
      identities === 0 ? 'every identity key has its record' : `${identities} identity keys have no record`,
    ),
    finding(
      timers === 0,
      timers === 0 ? '计时器都有对应的线索' : `${timers} 个计时器没有对应的线索`,
      timers === 0 ? 'every timer has its lead' : `${timers} timers have no lead`,
    ),
  ]
}
