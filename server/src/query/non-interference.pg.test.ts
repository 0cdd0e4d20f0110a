import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BoardQueryInput, GroupQueryInput, RecordQueryInput } from '@jieli/core'
import { findBoard } from '../features/records/find-board.ts'
import { findRecords, getRecord } from '../features/records/find-records.ts'
import { findTimeline } from '../features/records/find-timeline.ts'
import { groupRecords } from '../features/records/group-records.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { boardQueryArbitrary, groupQueryArbitrary, recordQueryArbitrary, type IrWords } from '../testing/leak-ir.ts'
import {
  answerOf,
  changeHidden,
  contextOfReader,
  plantLeakWorld,
  readerArbitrary,
  type LeakWorld,
} from '../testing/leak-world.ts'
import type { LeakReader } from '../testing/leak-judge.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'

const READERS = Number(process.env['LEAK_READERS'] ?? 14)
const QUERIES = Number(process.env['LEAK_QUERIES'] ?? 24)

let test: TestWorkspace
let world: LeakWorld

beforeAll(async () => {
  test = await openTestWorkspace()
  world = await plantLeakWorld(test)
}, 120_000)

afterAll(() => test.close())

const paths: Record<string, string[]> = {
  lead: [
    'name',
    'phone',
    'wechat',
    'stage',
    'grade',
    'note',
    'intent',
    'budget',
    'nextAt',
    'campus',
    'campus.name',
    'campus.city',
    'contact.name',
    'contact.phone',
    'createdAt',
    'owner',
    'id',
    'rev',
    'nothing',
    'campus.nothing',
    'kids',
  ],
  task: [
    'title',
    'dueAt',
    'lead',
    'lead.name',
    'lead.phone',
    'lead.budget',
    'lead.contact.phone',
    'lead.campus.name',
    'lead.stage',
    'peers',
    'peers.name',
    'about',
    'about.name',
    'owner',
    'kind',
  ],
  contact: ['name', 'phone', 'createdAt', 'id'],
  leadKids: [
    'nick',
    'age',
    'illness',
    'position',
    'lead',
    'lead.name',
    'lead.phone',
    'lead.budget',
    'createdAt',
    'rev',
    'nothing',
  ],
}
/** Those that point there, and one that does not. */
const children: Record<string, { object: string; paths: string[] }[]> = {
  lead: [
    { object: 'task.lead', paths: ['title', 'dueAt', 'kind', 'owner', 'lead.budget', 'rev', 'nothing'] },
    { object: 'task.peers', paths: ['title', 'dueAt', 'peers'] },
    { object: 'task.about', paths: ['title', 'about'] },
    { object: 'task.title', paths: ['title'] },
    { object: 'leadKids.lead', paths: ['nick', 'age', 'illness', 'lead.budget', 'rev', 'nothing'] },
  ],
  contact: [
    { object: 'task.about', paths: ['title', 'about', 'kind'] },
    { object: 'lead.contact', paths: ['name', 'phone', 'budget', 'intent', 'stage', 'campus.name', 'nextAt'] },
  ],
  task: [],
}
const values = [
  '王芳',
  '王',
  '数学',
  // Nobody's: who names a whole number is told whether it is that one.
  '+8613912345670',
  '1381',
  '8888',
  '%',
  '_',
  'g9',
  'trial',
  'contact',
  5,
  50,
  0,
  true,
  null,
  '2026-11-16T00:00:00.000Z',
  '',
]

const queryArbitrary = fc.constantFrom('lead', 'lead', 'task', 'contact', 'leadKids').chain((object) => {
  const words: IrWords = { object, paths: paths[object] ?? [], values, children: children[object] ?? [] }
  return fc.oneof(
    { weight: 3, arbitrary: recordQueryArbitrary(words) },
    { weight: 1, arbitrary: groupQueryArbitrary(words) },
    { weight: 1, arbitrary: boardQueryArbitrary(words) },
  )
})
type Query = RecordQueryInput | GroupQueryInput | BoardQueryInput

const isGroup = (query: Query): query is GroupQueryInput => 'measures' in query

/** Every page to the end, for a cursor may tell too. */
const askAll = async (context: Context, query: Query): Promise<unknown> => {
  if (isGroup(query)) return groupRecords(context, query)
  if ('columns' in query) return findBoard(context, query)
  const pages = [await findRecords(context, query)]
  for (let next = pages[0]?.next; next !== undefined && pages.length < 12; next = pages.at(-1)?.next)
    pages.push(await findRecords(context, { ...query, after: next }))
  const back = pages.at(-1)?.previous
  if (back !== undefined) pages.push(await findRecords(context, { ...query, before: back }))
  return pages
}

/** Fields that are seen in part, asked of every reader: chance names them too seldom together with a right to read them. */
const pointing: Query[] = ['peers', 'about'].flatMap((name): Query[] => [
  { object: 'task', select: [name], sort: [{ field: 'title' }] },
  { object: 'task', where: { call: 'isNotEmpty', args: [{ field: name }] }, select: ['id'], count: 'exact' },
])

const askEverything = async (context: Context, queries: readonly Query[]): Promise<string[]> => {
  const answers: string[] = []
  for (const query of [...queries, ...pointing]) answers.push(await answerOf(() => askAll(context, query)))
  for (const id of world.ids.lead.slice(0, 12)) {
    answers.push(
      await answerOf(() => getRecord(context, 'lead', id)),
      await answerOf(() => findTimeline(context, { object: 'lead', id })),
    )
  }
  return answers
}

describe('what a reader may not see', () => {
  it('changes no byte of any answer: rows, pages, counts, groups, errors, timelines', async () => {
    const random = fc.sample(fc.nat(), { numRuns: 4_000, seed: 11 })
    let drawn = 0
    let changed = 0
    let answered = 0
    const readers = fc.sample(readerArbitrary, { numRuns: READERS, seed: Number(process.env['LEAK_SEED'] ?? 5) })
    for (const [index, reader] of readers.entries()) {
      const queries = fc.sample(queryArbitrary, { numRuns: QUERIES, seed: index + 100 })
      const context = contextOfReader(test, reader)
      const before = await askEverything(context, queries)
      changed += await changeHidden(world, reader, () => random[drawn++ % random.length] ?? 0)
      const after = await askEverything(context, queries)
      const different = before.findIndex((answer, at) => answer !== after[at])
      if (different >= 0)
        expect({ reader, query: [...queries, ...pointing][different] ?? different, answer: after[different] }).toEqual({
          answer: before[different],
        })
      answered += before.filter((answer) => !answer.startsWith('{"code"')).length
    }
    // A sweep that hides nothing or is always refused would prove nothing.
    expect(changed).toBeGreaterThan(READERS * 50)
    expect(answered).toBeGreaterThan(READERS * 3)
  }, 300_000)

  it('would be noticed if it did: a reader with one right more than is believed gives themselves away', async () => {
    const own = { create: false, read: 'own', update: 'none', delete: 'none', fields: {}, otherFields: 'read' } as const
    const believed: LeakReader = {
      login: 'lina',
      covers: false,
      roles: [
        { id: 'own', label: { 'zh-CN': '自己' }, abilities: [], objects: { lead: { ...own, fields: { phone: 'mask' } } } },
      ],
    }
    const more = {
      rows: { ...own, read: 'department', fields: { phone: 'mask' } },
      field: { ...own, fields: { phone: 'read' } },
    } as const
    let drawn = 17
    for (const rights of Object.values(more)) {
      const context = contextOfReader(test, {
        ...believed,
        roles: [{ id: 'more', label: { 'zh-CN': '多一点' }, abilities: [], objects: { lead: { ...rights } } }],
      })
      const before = await askEverything(context, [{ object: 'lead' }])
      await changeHidden(world, believed, () => (drawn = (drawn * 48_271) % 2_147_483_647))
      expect(await askEverything(context, [{ object: 'lead' }])).not.toEqual(before)
    }
  })
})
