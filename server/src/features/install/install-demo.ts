import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runStory } from '../../../../demo/run-story.ts'
import { createPool, Database } from '../../database/database.ts'
import { changeConfig } from '../config/change-config.ts'
import { systemContext } from '../workspace/contexts.ts'
import { CommitFeed } from '../workspace/commit-feed.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { demoUseCases } from './demo-use-cases.ts'

const NAME = '青屿教育'
const SEED = 'qingyu'
const MS_PER_DAY = 86_400_000

export interface InstallDemoOptions {
  databaseUrl: string
  home: string
  publicUrl: string
  print(line: string): void
  /** Part of the volume, for tests. 1 is about 12,000 leads. */
  scale: number
  days: number
  /** Where WeCom's simulator listens. */
  simulatorPort: string
}

/** The demo company with its last sixty days, played through the real use cases under a clock of its own. */
export const installDemo = async (opened: OpenWorkspace, options: InstallDemoOptions): Promise<void> => {
  const { workspace } = opened
  const until = Date.parse(workspace.clock.now())
  const { days, scale } = options
  options.print(`Installing the demo company ${NAME} …`)
  await markInstalling(workspace, true)
  const pool = createPool(options.databaseUrl, 8, { durable: false })
  const hurried: OpenWorkspace = {
    ...opened,
    // Nobody is connected yet: sixty days of commits are told to no one.
    workspace: { ...workspace, db: new Database(pool, workspace.db.schema, workspace.log), commits: new CommitFeed() },
  }
  const useCases = demoUseCases(hurried, { name: NAME, begins: new Date(until - days * MS_PER_DAY).toISOString() })
  const totals = await runStory(useCases, { seed: SEED, until, days, scale })
  await pool.end()
  await connectDoors(workspace, options)
  // What people would have read by now is read; the last day's notices are news.
  await workspace.db.query('UPDATE w.notice SET read_at = created_at WHERE created_at < $1', [
    new Date(until - MS_PER_DAY / 4).toISOString(),
  ])
  await markInstalling(workspace, false)
  await workspace.db.query('ANALYZE')
  options.print(`  ${totals.leads} leads, ${totals.followUps} follow-ups, ${totals.orders} orders over ${days} days`)
}

/** While it is marked, a start that finds it begins anew: see `install-lock.ts`. This commit waits for the disk, and all before it. */
const markInstalling = async (workspace: Workspace, installing: boolean): Promise<void> => {
  await workspace.db.query(
    'INSERT INTO w.workspace (id, name, installing) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET installing = $3',
    [workspace.id, NAME, installing],
  )
}

/** Secrets for the doors, shared with the simulator of the outside through a file, and WeCom spoken to on loopback. */
const connectDoors = async (workspace: Workspace, options: InstallDemoOptions): Promise<void> => {
  const context = systemContext(workspace)
  const secret = (): string => `whsec_${randomBytes(24).toString('base64')}`
  const sources = {
    douyin: { clientSecret: randomBytes(16).toString('hex') },
    xiaohongshu: { secret: secret() },
    meituan: { secret: secret() },
  }
  for (const [id, names] of Object.entries(sources)) {
    for (const [name, value] of Object.entries(names)) await workspace.secrets.set(`source:${id}`, name, value, context.now)
  }
  await workspace.secrets.set('channel:wecom', 'corpSecret', 'simulator-secret', context.now)
  await changeConfig(context, [
    {
      kind: 'channel',
      id: 'wecom',
      item: {
        id: 'wecom',
        label: '企业微信',
        connector: 'wecom',
        enabled: true,
        settings: { corpId: 'ww0000000000000001', agentId: 1000002, baseUrl: `http://127.0.0.1:${options.simulatorPort}` },
      },
    },
  ])
  const campuses = Object.fromEntries(
    context.workspace.config.current
      .items('form')
      .flatMap((form) => (form.fixed['campus'] ? [[form.id.replace(/^campus-/, ''), String(form.fixed['campus'])]] : [])),
  )
  await writeFile(
    join(options.home, 'demo-secrets.json'),
    JSON.stringify({ baseUrl: options.publicUrl, sources, campuses }, null, 2),
    { mode: 0o600 },
  )
}
