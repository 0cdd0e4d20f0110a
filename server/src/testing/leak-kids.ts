import fc from 'fast-check'
import { must, type FieldRight, type ObjectRights } from '@jieli/core'
import { addField } from '../features/objects/add-field.ts'
import { applyChange } from '../features/records/apply-change.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { opensForReading, order, type LeakReader, type PlainRow, type Shares } from './leak-judge.ts'
import type { TestWorkspace } from './open-test-workspace.ts'

/** Leads of the leak world have children as a sub-table: the object of the rows, and the lead's field that stands for them. */
export const KIDS = 'leadKids'
export const KIDS_FIELD = 'kids'
const columns = ['nick', 'age', 'illness'] as const

export const plantKids = (test: TestWorkspace): Promise<unknown> =>
  addField(test.contextOf('admin'), 'lead', {
    name: KIDS_FIELD,
    label: { 'zh-CN': '孩子', en: 'Kids' },
    type: 'sub-table',
    settings: {
      columns: [
        { name: 'nick', label: { 'zh-CN': '小名' }, type: 'text' },
        { name: 'age', label: { 'zh-CN': '年龄' }, type: 'number' },
        { name: 'illness', label: { 'zh-CN': '病史' }, type: 'text', sensitive: true },
      ],
    },
  })

/** Two children for every second lead. */
export const plantKidsOf = async (test: TestWorkspace, leads: readonly string[]): Promise<void> => {
  const live = leads.slice(0, -7).filter((_, index) => index % 2 === 0)
  await test.workspace.db.transaction((tx) =>
    applyChange(test.system(), tx, {
      object: KIDS,
      operations: live.flatMap((lead, index) =>
        [1, 2].map((n) => ({
          action: 'create' as const,
          values: { lead, nick: `宝${index}${n}`, age: n + (index % 5), illness: index % 3 ? '无' : '过敏' },
        })),
      ),
    }),
  )
}

const rightArbitrary = fc.constantFrom<FieldRight>('none', 'mask', 'read', 'write')

/** What roles say of the rows' object itself: the rows it names must not matter, single columns do. */
export const kidsRightsArbitrary: fc.Arbitrary<ObjectRights> = fc.record({
  create: fc.boolean(),
  read: fc.constantFrom<ObjectRights['read']>('none', 'own', 'all'),
  update: fc.constantFrom<ObjectRights['update']>('none', 'all'),
  delete: fc.constantFrom<ObjectRights['delete']>('none', 'all'),
  fields: fc.record(
    { nick: rightArbitrary, age: rightArbitrary, illness: rightArbitrary },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Record<string, FieldRight>>,
  otherFields: rightArbitrary,
})

interface Asked {
  test: TestWorkspace
  reader: LeakReader
  context: Context
  shares: Shares
}

/** The right on a column of one row anew, in plain words: of each role that opens the lead, the lesser of its rights on the children and on the column. */
const rightOn = (column: string, lead: PlainRow | undefined, { test, reader, context, shares }: Asked): FieldRight => {
  if (!lead || lead.deleted_at !== null) return 'none'
  const info = must(test.workspace.config.current.objects.get('lead'))
  const rights = reader.roles.map((role): FieldRight => {
    const own = must(role.objects['lead'])
    if (!opensForReading(own.read, lead, { object: 'lead', info, reader, context, shares })) return 'none'
    const kids = own.fields[KIDS_FIELD] ?? own.otherFields
    if (kids === 'none' || kids === 'mask') return 'none'
    const named = role.objects[KIDS]?.fields[column] ?? (column === 'illness' ? 'none' : kids)
    return order.indexOf(named) < order.indexOf(kids) ? named : kids
  })
  return rights.reduce((best, right) => (order.indexOf(right) > order.indexOf(best) ? right : best), 'none' as FieldRight)
}

/** Changes every cell of the rows that this reader may not see. Returns how many that were. */
export const changeHiddenKids = async (asked: Asked, random: () => number): Promise<number> => {
  const { config, db } = asked.test.workspace
  const [kids, lead] = [must(config.current.objects.get(KIDS)), must(config.current.objects.get('lead'))]
  const relation = must(kids.partOf).relation.column
  const leads = new Map((await db.query<PlainRow>(`SELECT * FROM w.${lead.table}`)).map((row) => [row.id, row]))
  let changed = 0
  for (const row of await db.query<PlainRow>(`SELECT * FROM w.${kids.table} ORDER BY id`)) {
    const parent = leads.get(String(row[relation]))
    for (const name of columns) {
      const right = rightOn(name, parent, asked)
      // Every one of them is filled, and stars stand for whatever is there.
      if (right === 'read' || right === 'write') continue
      const value = name === 'age' ? 1 + (random() % 30) : `改${random() % 99}`
      const { column } = must(kids.fields.get(name))
      await db.query(`UPDATE w.${kids.table} SET ${column} = $2 WHERE id = $1`, [row.id, value])
      changed++
    }
  }
  return changed
}
