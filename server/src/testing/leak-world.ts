import fc from 'fast-check'
import {
  accessOf,
  AppError,
  must,
  writeLink,
  type FieldRight,
  type ObjectRights,
  type Role,
  type RoleScope,
  type Value,
} from '@jieli/core'
import { addField } from '../features/objects/add-field.ts'
import { applyChange } from '../features/records/apply-change.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { changeHiddenKids, KIDS, KIDS_FIELD, kidsRightsArbitrary, plantKids, plantKidsOf } from './leak-kids.ts'
import {
  leakObjects,
  opens,
  opensForReading,
  order,
  readShares,
  type Judge,
  type LeakObject,
  type LeakReader,
  type PlainRow,
} from './leak-judge.ts'
import type { TestWorkspace } from './open-test-workspace.ts'

const secretFields: Record<LeakObject, readonly string[]> = {
  lead: [
    'name',
    'phone',
    'wechat',
    'studentName',
    'grade',
    'subject',
    'note',
    'intent',
    'budget',
    'nextAction',
    'nextAt',
    'campus',
    'contact',
  ],
  task: ['lead', 'peers', 'about', 'title', 'kind', 'dueAt', 'doneAt'],
  contact: ['name', 'phone'],
  campus: ['name', 'city'],
}
const people = ['lina', 'wangshan', 'hejiawen', 'gaoyuan', 'linruoxi', 'xlboss', 'zhou'] as const
const names = ['王芳', '王小明', '李雷', '韩梅梅', '欧阳娜娜', 'Alice', '赵敏', '王王']
const notes = ['数学不好', '想试听数学', '价格太高', '100%_\\', '已加微信', '']
const stages = ['new', 'contacted', 'trial', 'lost']

export interface LeakWorld {
  test: TestWorkspace
  ids: Record<LeakObject, string[]>
}

/** Tasks may also point to several leads at once, and to a lead or a contact. */
const plantPointers = async (test: TestWorkspace): Promise<void> => {
  const add = (name: string, zh: string, type: string, settings: Record<string, unknown>) =>
    addField(test.contextOf('admin'), 'task', { name, label: { 'zh-CN': zh }, type, settings })
  await add('peers', '同批线索', 'relations', { object: 'lead' })
  await add('about', '关于', 'any-relation', { objects: ['lead', 'contact'] })
}

/** Forty leads of everybody's, with contacts and tasks, some of them deleted. */
export const plantLeakWorld = async (test: TestWorkspace): Promise<LeakWorld> => {
  const owner = (index: number): string => must(test.ids.users[must(people[index % people.length])])
  const { campuses } = test.ids
  await plantPointers(test)
  await plantKids(test)
  const create = async (object: string, count: number, values: (index: number) => Record<string, Value>): Promise<string[]> => {
    const applied = await test.workspace.db.transaction((tx) =>
      applyChange(test.system(), tx, {
        object,
        isClean: true,
        operations: Array.from({ length: count }, (_, index) => ({
          action: 'create',
          ownerId: owner(index),
          values: values(index),
        })),
      }),
    )
    return applied.map((one) => one.after.id)
  }
  const contact = await create('contact', 14, (index) => ({
    name: `${names[index % names.length]}${index}`,
    phone: `+86137${String(10_000_000 + index * 1_111)}`,
  }))
  const lead = await create('lead', 42, (index) => ({
    name: must(names[index % names.length]),
    phone: `+86138${String(10_000_000 + index * 12_345)}`,
    stage: must(stages[index % stages.length]),
    grade: index % 2 ? 'g9' : 'g8',
    subject: 'zk-math',
    note: must(notes[index % notes.length]) || null,
    intent: (index * 7) % 100,
    budget: index % 3 ? index * 1_000 : null,
    nextAction: index % 4 ? '回访' : null,
    nextAt: `2026-11-${String(10 + (index % 15))}T02:00:00.000Z`,
    campus: must(Object.values(campuses)[index % 2]),
    contact: must(contact[index % contact.length]),
  }))
  const task = await create('task', 28, (index) => ({
    title: `联系${names[index % names.length]}`,
    kind: 'other',
    lead: must(lead[(index * 5) % lead.length]),
    peers: index % 4 ? [1, 2, 3].map((step) => must(lead[(index * step + step) % lead.length])) : null,
    about: index % 5 ? linkAt({ lead, contact }, index) : null,
    dueAt: '2026-11-17T02:00:00.000Z',
  }))
  await test.workspace.db.transaction((tx) =>
    applyChange(test.system(), tx, { object: 'lead', operations: lead.slice(-7).map((id) => ({ action: 'delete', id })) }),
  )
  await plantKidsOf(test, lead)
  await plantShares(test, { lead, task, contact })
  return { test, ids: { lead, task, contact, campus: Object.values(campuses) } }
}

/** Now a lead, now a contact. */
const linkAt = (ids: Record<'lead' | 'contact', readonly string[]>, at: number): string => {
  const object = at % 2 ? 'lead' : 'contact'
  return writeLink({ object, id: must(ids[object][(at * 3) % ids[object].length]) })
}

/** Every third record is shared: with people and departments, to read or to edit, some of it over already. */
const plantShares = async (test: TestWorkspace, ids: Record<string, readonly string[]>): Promise<void> => {
  const paths = [...test.workspace.directory.current.departments.values()].map(({ path }) => path)
  const grantees = [...people.map((login) => must(test.ids.users[login])), ...paths]
  const rows = Object.entries(ids).flatMap(([object, records]) =>
    records.flatMap((record, index) =>
      index % 3 === 0
        ? [0, 5].map((step) => ({
            object,
            record_id: record,
            grantee: must(grantees[(index + step) % grantees.length]),
            may_edit: index % 2 === 0,
            until: index % 4 === 0 ? '2026-11-01T00:00:00.000Z' : index % 4 === 1 ? '2026-12-01T00:00:00.000Z' : null,
          }))
        : [],
    ),
  )
  await test.workspace.db.query(
    `INSERT INTO w.record_share (grantee, object, record_id, may_edit, until, created_at)
     SELECT grantee, object, record_id, may_edit, until, $2
     FROM jsonb_to_recordset($1::jsonb) AS x(grantee text, object text, record_id uuid, may_edit boolean, until timestamptz)`,
    [JSON.stringify(rows), test.clock.now()],
  )
  await test.workspace.shareReach.refresh()
}

const byStage: RoleScope = { where: { call: 'equals', args: [{ field: 'stage' }, { value: 'trial' }] } }
const plainScopes: RoleScope[] = ['none', 'shared', 'own', 'own', 'department', 'departments-below', 'all']
const rightArbitrary = fc.constantFrom<FieldRight>('none', 'none', 'mask', 'read', 'write')

const rightsArbitrary = (object: LeakObject): fc.Arbitrary<ObjectRights> =>
  fc.record({
    create: fc.constant(false),
    read: fc.constantFrom<RoleScope>(...plainScopes, ...(object === 'lead' ? [byStage] : [])),
    update: fc.constant<RoleScope>('none'),
    delete: fc.constantFrom<RoleScope>('none', 'own', 'all'),
    fields: fc.record(
      Object.fromEntries(
        [...secretFields[object], ...(object === 'lead' ? [KIDS_FIELD] : [])].map((name) => [name, rightArbitrary]),
      ),
      {
        requiredKeys: [],
      },
    ) as fc.Arbitrary<Record<string, FieldRight>>,
    otherFields: fc.constantFrom<FieldRight>('none', 'read', 'read', 'write'),
  })

const roleArbitrary: fc.Arbitrary<Role> = fc
  .record({
    lead: rightsArbitrary('lead'),
    task: rightsArbitrary('task'),
    contact: rightsArbitrary('contact'),
    campus: rightsArbitrary('campus'),
    [KIDS]: kidsRightsArbitrary,
  })
  .map((objects) => ({ id: 'random', label: { 'zh-CN': '随机' }, abilities: [], objects }))

export const readerArbitrary: fc.Arbitrary<LeakReader> = fc.record({
  login: fc.constantFrom(...people),
  roles: fc.array(roleArbitrary, { minLength: 1, maxLength: 3 }),
  covers: fc.boolean(),
})

export const contextOfReader = (test: TestWorkspace, reader: LeakReader): Context => {
  const context = test.contextOf(reader.login)
  return {
    ...context,
    access: accessOf({
      userId: must(context.access.userId),
      departmentPath: context.access.departmentPath,
      roles: reader.roles,
      covers: reader.covers,
    }),
  }
}

const rightOn = (row: PlainRow, name: string, judge: Judge): FieldRight => {
  const { reader, object, info } = judge
  const rights = reader.roles
    .flatMap((role) => role.objects[object] ?? [])
    .filter((one) => opensForReading(one.read, row, judge))
  const seen =
    row.deleted_at === null
      ? rights
      : rights.filter(() => reader.roles.some((role) => opens(role.objects[object]?.delete ?? 'none', row, judge)))
  const field = must(info.fields.get(name))
  const given = seen.map((one) => one.fields[name] ?? (field.sensitive ? 'none' : one.otherFields))
  const right = given.reduce((best, one) => (order.indexOf(one) > order.indexOf(best) ? one : best), 'none' as FieldRight)
  return reader.covers && ['phone', 'wechat'].includes(name) && right !== 'none' ? 'mask' : right
}

/** Another value of a field, of its kind; what a mask leaves visible stays. */
const otherValue = (
  name: string,
  right: FieldRight,
  before: unknown,
  ids: LeakWorld['ids'],
  random: number,
): Value | undefined => {
  const pick = <T>(from: readonly T[]): T => must(from[random % from.length])
  if (right === 'mask' && before === null) return undefined
  if (name === 'phone')
    return right === 'mask'
      ? `${String(before).slice(0, 6)}${String(random % 10_000).padStart(4, '0')}${String(before).slice(10)}`
      : `+86139${String(random % 100_000_000).padStart(8, '0')}`
  // Types without a mask of their own show stars for whatever is there; those that show a part of it stay as they are.
  if (right === 'mask' && ['wechat'].includes(name)) return undefined
  if (name === 'intent' || name === 'budget') return random % 97
  if (name === 'nextAt' || name === 'dueAt' || name === 'doneAt') return `2026-10-${String(10 + (random % 19))}T05:00:00.000Z`
  if (name === 'campus') return pick(ids.campus)
  if (name === 'contact') return pick(ids.contact)
  if (name === 'peers') return right === 'mask' ? undefined : [pick(ids.lead)]
  if (name === 'about') return right === 'mask' ? undefined : linkAt(ids, random)
  if (name === 'lead') return pick(ids.lead)
  if (name === 'grade') return pick(['g7', 'g8', 'g9'])
  if (name === 'subject') return pick(['zk-math', 'zk-sprint', 'ielts'])
  if (name === 'kind') return pick(['other', 'next-action'])
  return right === 'none' && random % 5 === 0 ? null : `${pick(names)}${random % 9}`
}

/** Changes everything in the database that this reader may not see, and nothing else. Returns how many values that were. */
export const changeHidden = async ({ test, ids }: LeakWorld, reader: LeakReader, random: () => number): Promise<number> => {
  const context = contextOfReader(test, reader)
  const shares = await readShares(context)
  let changed = 0
  const unseen = await unseenOf('lead', test, reader, { context, shares })
  const unseenLinks = [
    ...unseen.map((id) => writeLink({ object: 'lead', id })),
    ...(await unseenOf('contact', test, reader, { context, shares })).map((id) => writeLink({ object: 'contact', id })),
  ]
  changed += await changeHiddenKids({ test, reader, context, shares }, random)
  for (const object of leakObjects) {
    const info = must(test.workspace.config.current.objects.get(object))
    const judge: Judge = { object, info, reader, context, shares }
    const rows = await test.workspace.db.query<PlainRow>(`SELECT * FROM w.${info.table}`)
    for (const row of rows) {
      const sets: Record<string, Value> = {}
      const told: Record<string, { before: Value; after: Value }> = {}
      for (const name of secretFields[object]) {
        const field = must(info.fields.get(name))
        const right = rightOn(row, name, judge)
        // Of a list that may be read, the records that may not be seen come and go.
        if (name === 'peers' && (right === 'read' || right === 'write')) {
          const seen = ((row[field.column] ?? []) as string[]).filter((id) => !unseen.includes(id))
          const list = [...unseen.slice(0, random() % 3), ...seen, ...unseen.slice(-1 - (random() % 2))]
          sets[field.column] = list.length > 0 ? list : null
        }
        // A link that may be read comes and goes as long as it leads to what may not be seen.
        const link = row[field.column] as string | null
        if (name === 'about' && (right === 'read' || right === 'write') && (link === null || unseenLinks.includes(link)))
          sets[field.column] = [null, ...unseenLinks][random() % (unseenLinks.length + 1)] ?? null
        if (right === 'read' || right === 'write') continue
        const value = otherValue(name, right, row[field.column], ids, random())
        if (value !== undefined) sets[field.column] = value
        if (value !== undefined && right === 'none') told[name] = { before: null, after: value }
      }
      if (
        secretFields[object].every((name) => rightOn(row, name, judge) === 'none') &&
        isHiddenRow(row, judge) &&
        random() % 3 === 0
      ) {
        sets['deleted_at'] = row.deleted_at === null ? '2026-11-15T00:00:00.000Z' : null
      }
      const columns = Object.keys(sets)
      if (columns.length === 0) continue
      changed += columns.length
      await test.workspace.db.query(
        `UPDATE w.${info.table} SET ${columns.map((column, index) => `${column} = $${index + 2}`).join(', ')} WHERE id = $1`,
        [row.id, ...Object.values(sets)],
      )
      await test.workspace.db.query('UPDATE w.event SET changes = changes || $2::jsonb WHERE record_id = $1', [
        row.id,
        JSON.stringify(told),
      ])
    }
  }
  return changed
}

/** Records that this reader sees nothing of. */
const unseenOf = async (
  object: 'lead' | 'contact',
  test: TestWorkspace,
  reader: LeakReader,
  world: Pick<Judge, 'context' | 'shares'>,
): Promise<string[]> => {
  const info = must(test.workspace.config.current.objects.get(object))
  const rows = await test.workspace.db.query<PlainRow>(`SELECT * FROM w.${info.table} ORDER BY id`)
  return rows.filter((row) => isHiddenRow(row, { object, info, reader, ...world })).map(({ id }) => id)
}

/** Rows that no role opens, deleted or not, may also come and go. */
const isHiddenRow = (row: PlainRow, judge: Judge): boolean =>
  !judge.reader.roles.some((role) => opensForReading(role.objects[judge.object]?.read ?? 'none', row, judge))

/** An answer as bytes: the result, or the whole error. Anything that is not one of our errors is a fault. */
export const answerOf = async (ask: () => Promise<unknown>): Promise<string> => {
  try {
    return JSON.stringify(await ask())
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return JSON.stringify({ code: error.code, details: error.details, issues: error.issues })
  }
}
