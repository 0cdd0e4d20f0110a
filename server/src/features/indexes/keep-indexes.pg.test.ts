import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { findRecords } from '../records/find-records.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { findIndexes } from './find-indexes.ts'
import { findIndexColumns } from './index-queries.ts'
import { keepIndexes } from './keep-indexes.ts'
import { ownerIndexName } from './owner-index.ts'

let test: TestWorkspace
let table: string

beforeAll(async () => {
  test = await openTestWorkspace()
  table = must(test.workspace.config.current.objects.get('lead')).table
  await test.workspace.db.query(
    `INSERT INTO w.${table} (id, created_at, updated_at, ${columnOf('stage')}, ${columnOf('grade')})
     SELECT gen_random_uuid(), now(), now(), 'new', 'g' || n % 12 FROM generate_series(1, 6000) n`,
  )
  await test.workspace.db.query(`ANALYZE w.${table}`)
}, 120_000)

afterAll(() => test.close())

const columnOf = (name: string): string => must(must(test.workspace.config.current.objects.get('lead')).fields.get(name)).column
const keepAll = async (): Promise<void> => {
  while (await keepIndexes(test.workspace));
}
const indexesOf = async (): Promise<string[]> => {
  const rows = await test.workspace.db.query<{ name: string }>(
    `SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indrelid = 'w.${table}'::regclass AND indisvalid`,
  )
  return rows.map(({ name }) => name.replace(/^.*\./, ''))
}
const columnsOfOwnerIndex = async (): Promise<string[] | undefined> => {
  const name = ownerIndexName(table)
  return (await findIndexColumns(test.workspace.db, [name])).get(name)
}
const ask = async (times: number): Promise<void> => {
  for (let time = 0; time < times; time++)
    await findRecords(test.contextOf('admin'), {
      object: 'lead',
      where: { call: 'equals', args: [{ field: 'grade' }, { value: 'g3' }] },
      sort: [{ field: 'grade', direction: 'desc' }],
      limit: 1,
    })
}
const filter = (): string => `${table}_${columnOf('grade')}_filter`

describe('a field that lists filter and sort by', () => {
  it('gets its indexes once it is used enough, and says so to who shapes the workspace', async () => {
    await ask(3)
    await keepAll()
    expect(await indexesOf()).not.toContain(filter())
    await ask(20)
    await keepAll()
    expect(await indexesOf()).toEqual(expect.arrayContaining([filter(), `${table}_${columnOf('grade')}_down`]))
    const told = await findIndexes(test.contextOf('admin'))
    expect(told.filter((one) => one.field === 'grade').map(({ purpose, status }) => [purpose, status])).toEqual(
      expect.arrayContaining([
        ['filter', 'ready'],
        ['down', 'ready'],
      ]),
    )
    await expect(findIndexes(test.contextOf('lina'))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('is held by the index by owner too, as long as it has one of its own', async () => {
    const columns = (await columnsOfOwnerIndex()) ?? []
    expect(columns.slice(0, 3)).toEqual(['owner_id', 'created_at', 'id'])
    expect(columns).toContain(columnOf('grade'))
  })

  it('gets it also when the process that built it died half way', async () => {
    await test.workspace.db.query(`DROP INDEX w.${filter()}`)
    await test.workspace.db.query(`CREATE INDEX ${filter()} ON w.${table} (rev)`)
    await test.workspace.db.query(
      `UPDATE w.field_index SET status = 'building', uses = 99, lease_until = '2026-01-01T00:00:00Z' WHERE purpose = 'filter' AND field_column = $1`,
      [columnOf('grade')],
    )
    await keepAll()
    const [row] = await test.workspace.db.query<{ definition: string }>(
      `SELECT pg_get_indexdef('w.${filter()}'::regclass) AS definition`,
    )
    expect(row?.definition).toContain(`(${columnOf('grade')}, created_at, id, owner_id, dept_path COLLATE "C")`)
  })

  it('loses it when nobody has used it for a month', async () => {
    await test.workspace.db.query(`UPDATE w.field_index SET last_used_at = '2020-01-01T00:00:00Z' WHERE field_column = $1`, [
      columnOf('grade'),
    ])
    await keepAll()
    expect(await indexesOf()).not.toContain(filter())
    expect((await findIndexes(test.contextOf('admin'))).filter((one) => one.field === 'grade')).toEqual([])
    expect(await columnsOfOwnerIndex()).not.toContain(columnOf('grade'))
  })

  it('brings the index by owner along again when a process died while it was built', async () => {
    await test.workspace.db.query(
      `UPDATE w.field_index SET status = 'building', lease_until = '2026-01-01T00:00:00Z' WHERE purpose = 'owner'`,
    )
    await test.workspace.db.query(`DROP INDEX w.${ownerIndexName(table)}`)
    await keepAll()
    expect(await columnsOfOwnerIndex()).toContain(columnOf('stage'))
  })

  it('does not keep writers waiting while its index is made', async () => {
    await ask(25)
    const [building] = await Promise.all([
      keepIndexes(test.workspace),
      test.workspace.db.transaction(async (tx) => {
        await tx.query(`SET LOCAL lock_timeout = '3s'`)
        for (let time = 0; time < 40; time++)
          await tx.query(`UPDATE w.${table} SET rev = rev + 1 WHERE id = (SELECT id FROM w.${table} LIMIT 1)`)
      }),
    ])
    expect(building).toBe(true)
    await keepAll()
    expect(await indexesOf()).toContain(filter())
  })
})
