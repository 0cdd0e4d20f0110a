import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { applyChange } from '../features/records/apply-change.ts'
import { findRecords } from '../features/records/find-records.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { Bindings } from './bindings.ts'
import { searchSql } from './compile-search.ts'

let test: TestWorkspace

const names = ['王芳', '王小明', '曾睿轩', '单梓涵', 'Wf 工作室', 'ALICE', '100%_\\', '李 雷', '欧阳娜娜', '璐', '😀王芳']

beforeAll(async () => {
  test = await openTestWorkspace()
  await test.workspace.db.transaction((tx) =>
    applyChange(test.system(), tx, {
      object: 'lead',
      isClean: true,
      operations: names.map((name, index) => ({
        action: 'create',
        ownerId: must(test.ids.users['lina']),
        values: { name, phone: `+8613910000${String(100 + index)}`, stage: 'new' },
      })),
    }),
  )
}, 120_000)

afterAll(() => test.close())

const found = async (search: string): Promise<unknown[]> => {
  const page = await findRecords(test.contextOf('lina'), {
    object: 'lead',
    select: ['name'],
    search,
    sort: [{ field: 'name' }],
  })
  return page.records.map((record) => record.values['name']).toSorted()
}

describe('a search', () => {
  it('finds Chinese from one character on, and text whatever its capitals', async () => {
    expect(await found('璐')).toEqual(['璐'])
    expect(await found('王芳')).toEqual(['王芳', '😀王芳'])
    expect(await found('alice')).toEqual(['ALICE'])
    expect(await found('李 雷')).toEqual(['李 雷'])
    expect(await found('%_')).toEqual(['100%_\\'])
  })

  it('finds names by the initials of their pinyin, surnames read as surnames', async () => {
    expect(await found('wf')).toEqual(['Wf 工作室', '王芳', '😀王芳'])
    expect(await found('WXM')).toEqual(['王小明'])
    expect(await found('zrx')).toEqual(['曾睿轩'])
    expect(await found('szh')).toEqual(['单梓涵'])
    expect(await found('xq')).toEqual([])
  })

  it('finds numbers by any three digits that follow each other', async () => {
    expect(await found('0000103')).toEqual(['单梓涵'])
    expect(await found('139 1000 0103')).toEqual(['单梓涵'])
  })

  it('loses nothing to the index: what the comparison finds, the grams let through', async () => {
    const letters = fc.constantFrom(...'王芳李雷abAZé😀 %_\\"{},1２İß~')
    const text = fc.string({ unit: letters, minLength: 1, maxLength: 12 })
    const info = must(must(test.workspace.config.current.objects.get('lead')).fields.get('name'))
    await fc.assert(
      fc.asyncProperty(text, fc.nat(11), fc.integer({ min: 1, max: 4 }), async (value, from, length) => {
        const wanted = [...value].slice(from % [...value].length).slice(0, length)
        const bindings = new Bindings()
        const column = bindings.bindAs(value, 'text')
        const sql = searchSql(wanted.join(''), [{ field: info, column, covered: false, rows: () => undefined }], (one) =>
          bindings.bindAs(one, 'text'),
        )
        const [row] = await test.workspace.db.query<{ found: boolean }>(
          `SELECT ${sql} AS found, ${column} AS value`,
          bindings.params,
        )
        expect(row?.found).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})
