import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  AppError,
  childFunctions,
  groupQuerySchema,
  recordQuerySchema,
  type BoardQueryInput,
  type GroupQueryInput,
  type RecordQueryInput,
} from '@jieli/core'
import { functionRegistry } from '../registries.ts'
import { findBoard } from '../features/records/find-board.ts'
import { findRecords } from '../features/records/find-records.ts'
import { groupRecords } from '../features/records/group-records.ts'
import { plantLeakWorld } from '../testing/leak-world.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'

const RUNS = Number(process.env['HOSTILE_RUNS'] ?? 250)

let test: TestWorkspace

beforeAll(async () => {
  test = await openTestWorkspace()
  await plantLeakWorld(test)
}, 120_000)

afterAll(() => test.close())

/** Answered or refused in our words; a database's complaint or a crash of ours is neither. */
const settles = async (ask: () => Promise<unknown>): Promise<void> => {
  try {
    await ask()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

const nasty = [
  "'; DROP TABLE w.event; --",
  '" OR 1=1',
  '$1',
  'w.event',
  'name"; SELECT',
  '__proto__',
  'constructor',
  'toString',
  '\0',
  '\uD800',
  '%',
  '\\',
  "E'\\\\x00'",
  '',
  ' ',
  'a'.repeat(200),
  '王'.repeat(100),
  '1e999',
  'NaN',
  '-Infinity',
  '2026-13-45',
  '2026-11-16T00:00:00Z',
  '{}',
  '[]',
  'null',
  "'",
  '$$',
  '?',
  ':name',
]
const nastyText = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const literal = fc.oneof(
  nastyText,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.oneof(nastyText, fc.double(), fc.boolean(), fc.constant(null)), { maxLength: 4 }),
)
const realPaths = [
  'id',
  'rev',
  'createdAt',
  'owner',
  'department',
  'name',
  'phone',
  'stage',
  'intent',
  'budget',
  'nextAt',
  'campus',
  'campus.name',
  'campus.department.name',
  'contact.phone',
  'clickIds',
  'owner.shift',
  'owner.skills',
  'owner.name',
]
const path = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...realPaths) }, { weight: 1, arbitrary: nastyText })

const expression = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({ field: path }),
    fc.record({ value: literal }),
    fc.record({
      call: fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...Object.keys(functionRegistry)) },
        { weight: 1, arbitrary: nastyText },
      ),
      args: fc.array(tie('tree'), { maxLength: 3 }),
    }),
    fc.record(
      {
        over: fc.oneof(
          { weight: 6, arbitrary: fc.constantFrom('task.lead', 'order.lead', 'lead.owner', 'followUp.lead', 'lead.name') },
          { weight: 1, arbitrary: nastyText },
        ),
        fn: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...childFunctions) }, { weight: 1, arbitrary: nastyText }),
        where: tie('tree'),
        of: tie('tree'),
      },
      { requiredKeys: ['over', 'fn'] },
    ),
  ),
})).tree

const cursor = fc.oneof(
  nastyText,
  fc
    .array(
      fc.oneof(literal, fc.constantFrom('01930000-0000-7000-8000-000000000001', '-'.repeat(36), '2026-11-16T00:00:00.000Z')),
      { maxLength: 4 },
    )
    .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url')),
  fc
    .array(literal, { minLength: 1, maxLength: 2 })
    .map((parts) => Buffer.from(JSON.stringify(['01930000-0000-7000-8000-000000000001', ...parts])).toString('base64url')),
)
const sorts = fc.array(fc.record({ field: path, direction: fc.constantFrom('asc', 'desc') }), { maxLength: 3 })

const name = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('a', 'b', 'c', 'constructor', 'select', 'k0') },
  { weight: 1, arbitrary: nastyText },
)
const measure = fc.record(
  {
    as: name,
    fn: fc.constantFrom('count', 'distinct', 'sum', 'avg', 'min', 'max', 'median', 'share'),
    of: expression,
    where: expression,
  },
  { requiredKeys: ['as', 'fn'] },
)
const recordQuery = fc.record(
  {
    object: fc.oneof({ weight: 8, arbitrary: fc.constantFrom('lead', 'task', 'user') }, { weight: 1, arbitrary: nastyText }),
    select: fc.array(path, { maxLength: 5 }),
    where: expression,
    search: nastyText,
    sort: sorts,
    after: cursor,
    before: cursor,
    totals: fc.array(measure, { minLength: 1, maxLength: 2 }),
    limit: fc.integer({ min: 1, max: 20 }),
    count: fc.constantFrom('none', 'capped', 'exact'),
    deleted: fc.boolean(),
  },
  { requiredKeys: ['object'] },
)
const groupQuery = fc.record(
  {
    object: fc.constantFrom('lead', 'user'),
    groupBy: fc.array(fc.record({ as: name, of: expression }), { maxLength: 2 }),
    measures: fc.array(measure, { minLength: 1, maxLength: 3 }),
    where: expression,
    search: nastyText,
    sort: fc.array(fc.record({ by: name, direction: fc.constantFrom('asc', 'desc') }), { maxLength: 2 }),
    limit: fc.integer({ min: 1, max: 9 }),
    having: expression,
    others: fc.boolean(),
  },
  { requiredKeys: ['object', 'groupBy', 'measures'] },
)
const boardQuery = fc.record(
  {
    object: fc.constantFrom('lead', 'user', 'task'),
    by: path,
    columns: fc.array(
      fc.record({ value: fc.oneof(nastyText, fc.constantFrom('new', null)), after: cursor }, { requiredKeys: ['value'] }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    where: expression,
    search: nastyText,
    sort: sorts,
    sum: path,
    count: fc.constantFrom('none', 'capped', 'exact'),
  },
  { requiredKeys: ['object', 'by', 'columns'] },
)

const asks = (login: string, runs: number) => ({
  boards: (arbitrary: fc.Arbitrary<unknown>) =>
    fc.assert(
      fc.asyncProperty(arbitrary, (query) => settles(() => findBoard(test.contextOf(login), query as BoardQueryInput))),
      { numRuns: runs },
    ),
  records: (arbitrary: fc.Arbitrary<unknown>) =>
    fc.assert(
      fc.asyncProperty(arbitrary, (query) => settles(() => findRecords(test.contextOf(login), query as RecordQueryInput))),
      { numRuns: runs },
    ),
  groups: (arbitrary: fc.Arbitrary<unknown>) =>
    fc.assert(
      fc.asyncProperty(arbitrary, (query) => settles(() => groupRecords(test.contextOf(login), query as GroupQueryInput))),
      { numRuns: runs },
    ),
})

describe('a hostile query', () => {
  it(
    'for records is answered or refused in our own words, never the database’s',
    () => asks('admin', RUNS).records(recordQuery),
    300_000,
  )

  it('for groups likewise', () => asks('admin', RUNS).groups(groupQuery), 300_000)

  it('for boards likewise', () => asks('admin', RUNS).boards(boardQuery), 300_000)

  it('says which limit it passes', async () => {
    const question = { over: 'task.lead', fn: 'any' as const }
    const many = { call: 'and', args: Array.from({ length: 9 }, () => question) }
    await expect(findRecords(test.contextOf('admin'), { object: 'lead', where: many })).rejects.toMatchObject({
      code: 'query-too-costly',
      issues: [{ code: 'too-many-child-questions', params: { max: 8 } }],
    })
    const leads = { over: 'lead.contact', fn: 'any' as const, where: { over: 'task.lead', fn: 'any' as const } }
    await expect(findRecords(test.contextOf('admin'), { object: 'contact', where: leads })).resolves.toBeDefined()
  })

  it('may be any JSON at all', async () => {
    await asks('lina', RUNS).records(
      fc.oneof(
        fc.anything(),
        fc.record({ object: fc.constant('lead'), where: fc.jsonValue(), sort: fc.jsonValue() }, { requiredKeys: ['object'] }),
      ),
    )
    await asks('lina', RUNS).groups(
      fc.record({ object: fc.constant('lead'), groupBy: fc.oneof(fc.jsonValue(), fc.constant([])), measures: fc.jsonValue() }),
    )
  }, 300_000)

  it('measures only what can be measured', async () => {
    for (const fn of ['sum', 'avg', 'median'] as const) {
      for (const measured of [
        { field: 'campus' },
        { field: 'id' },
        { value: 'text that is no number' },
        { call: 'isEmpty', args: [{ field: 'name' }] },
      ]) {
        await expect(
          groupRecords(test.contextOf('admin'), { object: 'lead', groupBy: [], measures: [{ as: 'a', fn, of: measured }] }),
        ).rejects.toMatchObject({ code: 'invalid-query' })
      }
    }
    const huge = { call: 'multiply', args: Array.from({ length: 40 }, () => ({ value: 1e29 })) }
    await expect(
      groupRecords(test.contextOf('admin'), { object: 'lead', groupBy: [], measures: [{ as: 'a', fn: 'median', of: huge }] }),
    ).resolves.toBeDefined()
  })

  it('nested ten thousand deep is refused before anything walks into it', () => {
    let deep: unknown = { field: 'name' }
    let list: unknown = []
    for (let level = 0; level < 10_000; level++) [deep, list] = [{ call: 'not', args: [deep] }, [list]]
    expect(recordQuerySchema.safeParse({ object: 'lead', where: deep }).success).toBe(false)
    expect(recordQuerySchema.safeParse({ object: 'lead', where: { value: list } }).success).toBe(false)
    expect(
      groupQuerySchema.safeParse({ object: 'lead', groupBy: [{ as: 'a', of: deep }], measures: [{ as: 'b', fn: 'count' }] })
        .success,
    ).toBe(false)
  })

  it('crosses only so many relations', async () => {
    const select = [
      'owner.department.name',
      'createdBy.department.name',
      'updatedBy.department.name',
      'contact.owner.department.name',
      'contact.createdBy.department.name',
      'campus.department.manager.name',
      'campus.owner.name',
    ]
    await expect(findRecords(test.contextOf('admin'), { object: 'lead', select })).rejects.toMatchObject({
      code: 'query-too-costly',
    })
    await expect(findRecords(test.contextOf('admin'), { object: 'lead', select: select.slice(0, 3) })).resolves.toBeDefined()
  })
})
