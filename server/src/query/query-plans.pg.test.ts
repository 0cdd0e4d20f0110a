import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  authoriseRecordQuery,
  children,
  must,
  recordQuerySchema,
  writeLink,
  type AuthorisedRecordQuery,
  type RecordQueryInput,
} from '@jieli/core'
import { authoriseContext } from '../features/records/authorise-context.ts'
import { addField } from '../features/objects/add-field.ts'
import { addObject } from '../features/objects/create-object.ts'
import { indexWhileOthersWrite } from '../features/objects/object-tables.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { compileCount, compileRecordQuery } from './compile-record-query.ts'
import type { Statement } from './bindings.ts'
import type { QueryTime } from './sql-context.ts'

const LEADS = 50_000

let test: TestWorkspace

beforeAll(async () => {
  test = await openTestWorkspace()
  await fillLeads()
  await fillRemarks()
}, 180_000)

afterAll(() => test.close())

/** Straight into the table: what is looked at here is how it is read. */
const fillLeads = async (): Promise<void> => {
  const info = must(test.workspace.config.current.objects.get('lead'))
  const column = (name: string): string => must(info.fields.get(name)).column
  const { users } = test.workspace.directory.current
  const owners = [...users.values()].filter((user) => user.departmentPath !== null)
  // Sixty more owners elsewhere: a chain has many, and one's own share decides what is quickest.
  const strangers = Array.from({ length: 60 }, (_, index) => ({
    id: `01930000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    departmentPath: `/9/${index}/`,
  }))
  const all = [...owners, ...strangers]
  await test.workspace.db.query(
    `INSERT INTO w.${info.table} (id, created_at, updated_at, owner_id, dept_path, ${column('name')}, ${column('phone')}, ${column('stage')})
     SELECT gen_random_uuid(), timestamptz '2026-01-01' + n * interval '8 minutes', now(), ($1::uuid[])[1 + n % $3], ($2::text[])[1 + n % $3],
       substr('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许', 1 + n % 20, 1) || substr('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平', 1 + (n / 20) % 20, 1) || substr('一二三四五六七八九十甲乙丙丁戊己庚辛壬癸', 1 + (n / 400) % 20, 1),
       '+861' || (3000000000 + n * 104729::bigint % 6999999999)::text, 'new'
     FROM generate_series(1, ${LEADS}) n`,
    [all.map((one) => one.id), all.map((one) => one.departmentPath), all.length],
  )
  // Merges what GIN keeps aside until a vacuum, and counts what there is.
  await test.workspace.db.query(`VACUUM ANALYZE w.${info.table}`)
}

/** As many remarks, each about a lead. */
const fillRemarks = async (): Promise<void> => {
  const admin = test.contextOf('admin')
  await addObject(admin, { label: { 'zh-CN': '记录' }, name: 'remark' })
  await addField(admin, 'remark', {
    name: 'about',
    label: { 'zh-CN': '关于' },
    type: 'any-relation',
    settings: { objects: ['lead', 'contact'] },
  })
  const { objects } = test.workspace.config.current
  const [remark, lead] = [must(objects.get('remark')), must(objects.get('lead'))]
  const about = must(remark.definition.fields.find(({ name }) => name === 'about'))
  await test.workspace.db.query(
    `INSERT INTO w.${remark.table} (id, created_at, updated_at, ${about.id})
     SELECT gen_random_uuid(), now(), now(), 'lead:' || id FROM w.${lead.table}`,
  )
  await indexWhileOthersWrite(test.workspace.db, remark.table, about)
  await test.workspace.db.query(`VACUUM ANALYZE w.${remark.table}`)
}

/** Sixty leads of others to each, as a colleague would share them. */
const shareSome = async (logins: readonly string[]): Promise<void> => {
  const { table } = must(test.workspace.config.current.objects.get('lead'))
  await test.workspace.db.query(
    `INSERT INTO w.record_share (grantee, object, record_id, may_edit, created_at)
     SELECT grantee, 'lead', id, false, now() FROM unnest($1::text[]) grantee,
       LATERAL (SELECT id FROM w.${table} WHERE owner_id::text LIKE '01930000-0000-7000-8000-%' LIMIT 60) lead`,
    [logins.map((login) => must(test.ids.users[login]))],
  )
  await test.workspace.db.query('ANALYZE w.record_share')
  await test.workspace.shareReach.refresh()
}

const endShares = async (): Promise<void> => {
  await test.workspace.db.query('DELETE FROM w.record_share')
  await test.workspace.shareReach.refresh()
}

interface Plan {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: Plan[]
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

const planOf = async (
  login: string,
  input: RecordQueryInput,
  compile: (authorised: AuthorisedRecordQuery, time: QueryTime) => Statement = compileRecordQuery,
): Promise<Plan[]> => {
  const context = test.contextOf(login)
  const statement = compile(authoriseRecordQuery(recordQuerySchema.parse(input), authoriseContext(context)), {
    now: context.now,
    timeZone: 'Asia/Shanghai',
  })
  const [row] = await test.workspace.db.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (FORMAT JSON) ${statement.text}`,
    statement.params,
  )
  return nodesOf(must(row)['QUERY PLAN'][0].Plan)
}

const readsWhole = (nodes: Plan[], object = 'lead'): boolean => {
  const table = must(test.workspace.config.current.objects.get(object)).table
  return nodes.some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === table)
}

describe('fifty thousand leads', () => {
  it('are listed by index for someone who sees their own, their department’s or those below', async () => {
    for (const login of ['lina', 'desk', 'xlboss', 'zhou']) {
      const listed = { object: 'lead', select: ['name', 'phone', 'stage', 'owner', 'createdAt'] }
      expect({ login, readsWhole: readsWhole(await planOf(login, listed)) }).toEqual({ login, readsWhole: false })
      expect(readsWhole(await planOf(login, { ...listed, sort: [{ field: 'createdAt', direction: 'asc' }] }))).toBe(false)
    }
  })

  it('are counted by index for someone who sees their own', async () => {
    expect(readsWhole(await planOf('lina', { object: 'lead', count: 'exact' }, compileCount))).toBe(false)
  })

  it('are listed in order from the owner’s index, whether shares reach the reader or not', async () => {
    const listed = { object: 'lead', select: ['name', 'phone', 'stage', 'owner', 'createdAt'] }
    const reads = async (login: string): Promise<string[]> => {
      const nodes = await planOf(login, listed)
      // Two indexes read into one bitmap have lost their order: all the reader's rows would be fetched and sorted.
      const gathers = nodes.some((node) => node['Node Type'] === 'BitmapOr')
      expect({ login, readsWhole: readsWhole(nodes), gathers }).toEqual({ login, readsWhole: false, gathers: false })
      return nodes.flatMap((node) => [node['Index Name'] ?? [], node['Relation Name'] ?? []].flat())
    }
    const { table } = must(test.workspace.config.current.objects.get('lead'))
    const byOwner = `${table}_owner_id_created_at_id_idx`
    expect(await reads('lina')).toEqual(expect.arrayContaining([byOwner]))
    expect(await reads('lina')).not.toContain('record_share')
    await shareSome(['lina', 'xlboss'])
    try {
      expect(await reads('lina')).toEqual(expect.arrayContaining([byOwner, `${table}_pkey`, 'record_share']))
      expect(await reads('xlboss')).toEqual(expect.arrayContaining([`${table}_pkey`, 'record_share']))
      expect(await reads('hejiawen')).not.toContain('record_share')
      expect(readsWhole(await planOf('lina', { object: 'lead', count: 'exact' }, compileCount))).toBe(false)
    } finally {
      await endShares()
    }
  })

  it('are searched by index: two Chinese characters, a name, the end of a number', async () => {
    for (const login of ['lina', 'xlboss', 'admin']) {
      for (const search of ['王芳', '王芳一', '8888123', '+86138']) {
        expect({ login, search, readsWhole: readsWhole(await planOf(login, { object: 'lead', search })) }).toEqual({
          login,
          search,
          readsWhole: false,
        })
      }
    }
  })

  it('are searched by the index of pairs when the searcher sees all', async () => {
    const nodes = await planOf('admin', { object: 'lead', search: '王芳', sort: [{ field: 'name' }] })
    expect(nodes.map((node) => node['Node Type'])).toContain('Bitmap Index Scan')
  })
})

describe('what points to one of fifty thousand leads', () => {
  it('is found by index from the lead’s page and as its children, though the reader sees links in part', async () => {
    const link = writeLink({ object: 'lead', id: '01930000-0000-7000-8000-000000000001' })
    const where = { call: 'equals', args: [{ field: 'about' }, { value: link }] }
    expect(readsWhole(await planOf('admin', { object: 'remark', where }), 'remark')).toBe(false)
    const one = { call: 'equals', args: [{ field: 'id' }, { value: '01930000-0000-7000-8000-000000000001' }] }
    const asked = { call: 'and', args: [one, children('remark.about', 'any')] }
    expect(readsWhole(await planOf('admin', { object: 'lead', where: asked }), 'remark')).toBe(false)
  })
})
