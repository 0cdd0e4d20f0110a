import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Cruise } from './cruise-layers.ts'
import { cruiseLayers } from './cruise-layers.ts'

/** A repository in which every rule is broken once; `ok` files break none. */
const planted = {
  'core/src/ok.ts': 'export const ok = 1',
  'core/src/knows-extensions.ts': `import type { Text } from '../../extensions/field-types/text/field-type.ts'\nexport const of = (text: Text) => text`,
  'core/src/impure.ts': `import { readFileSync } from 'node:fs'\nexport const read = readFileSync`,
  'core/src/one.ts': `import { two } from './two.ts'\nexport const one = () => two`,
  'core/src/two.ts': `import { one } from './one.ts'\nexport const two = () => one`,
  'core/src/type-one.ts': `import type { TypeTwo } from './type-two.ts'\nexport type TypeOne = TypeTwo | 1`,
  'core/src/type-two.ts': `import type { TypeOne } from './type-one.ts'\nexport type TypeTwo = TypeOne | 2`,
  'core/src/lost.ts': `import { gone } from './gone.ts'\nexport const lost = gone`,
  'extensions/kit/ok.ts': 'export const kit = 1',
  'extensions/field-types/text/field-type.ts': `import { kit } from '../../kit/ok.ts'\nexport type Text = string\nexport const text = kit`,
  'extensions/field-types/text/web.tsx': 'export const web = 1',
  'extensions/field-types/text/server.ts': 'export const sql = 1',
  'extensions/field-types/tags/field-type.ts': `import { text } from '../text/field-type.ts'\nexport const tags = text`,
  'extensions/field-types/tags/server.ts': `import { table } from '../../../server/src/database/ok.ts'\nexport const sql = table`,
  'server/src/database/ok.ts': 'export const table = 1',
  'server/src/database/climbs.ts': `import { feature } from '../features/leads/ok.ts'\nexport const climbs = feature`,
  'server/src/features/leads/ok.ts': `import { table } from '../../database/ok.ts'\nexport const feature = table`,
  'server/src/features/leads/climbs.ts': `import { route } from '../../api/ok.ts'\nexport const climbs = route`,
  'server/src/api/ok.ts': `import { feature } from '../features/leads/ok.ts'\nexport const route = feature`,
  'server/src/jobs/climbs.ts': `import { route } from '../api/ok.ts'\nexport const climbs = route`,
  'server/src/shows.ts': `import { page } from '../../web/src/ok.ts'\nexport const shows = page`,
  'server/src/draws.ts': `import { web } from '../../extensions/field-types/text/web.tsx'\nexport const draws = web`,
  'web/src/ok.ts': 'export const page = 1',
  'web/src/stores.ts': `import { table } from '../../server/src/database/ok.ts'\nexport const stores = table`,
  'web/src/queries.ts': `import { sql } from '../../extensions/field-types/text/server.ts'\nexport const queries = sql`,
}

let directory: string
let cruise: Cruise

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'jieli-layers-'))
  for (const [path, text] of Object.entries(planted)) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), `${text}\n`)
  }
  cruise = await cruiseLayers(directory)
})

afterAll(() => rm(directory, { recursive: true, force: true }))

it('reads every file', () => {
  expect(cruise.unread).toEqual([])
  expect(cruise.modules.length).toBeGreaterThanOrEqual(Object.keys(planted).length)
})

it.each([
  ['core-knows-nobody', 'core/src/knows-extensions.ts'],
  ['core-is-pure', 'core/src/impure.ts'],
  ['no-value-cycles', 'core/src/one.ts'],
  ['nothing-unresolved', 'core/src/lost.ts'],
  ['extensions-do-not-know-each-other', 'extensions/field-types/tags/field-type.ts'],
  ['extensions-know-core-and-kit', 'extensions/field-types/tags/server.ts'],
  ['database-is-the-ground', 'server/src/database/climbs.ts'],
  ['features-know-no-api-or-jobs', 'server/src/features/leads/climbs.ts'],
  ['jobs-know-no-api', 'server/src/jobs/climbs.ts'],
  ['server-and-web-are-apart', 'server/src/shows.ts'],
  ['web-and-server-are-apart', 'web/src/stores.ts'],
  ['faces-stay-on-their-side', 'server/src/draws.ts'],
  ['faces-stay-on-their-side-web', 'web/src/queries.ts'],
])('%s sees %s', (rule, from) => {
  expect(cruise.violations).toContainEqual(expect.objectContaining({ rule, from }))
})

it('lets pass what is allowed, cycles of types alone among it', () => {
  const allowed = /\/ok\.ts$|type-(one|two)\.ts$|text\/field-type\.ts$/
  expect(cruise.violations.filter(({ from }) => allowed.test(from))).toEqual([])
})
