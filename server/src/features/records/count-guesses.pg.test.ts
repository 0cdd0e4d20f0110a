import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { call, children, field, literal, must } from '@jieli/core'
import { buildLead } from '../../testing/build-lead.ts'
import { openSecondProcess, openTestWorkspace, TEST_NOW, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { findAudit } from '../audit/find-audit.ts'
import { checkDuplicate } from '../capture/check-duplicate.ts'
import { changeConfig } from '../config/change-config.ts'
import { runDueJobs } from '../long-jobs/job-loop.ts'
import { addField } from '../objects/add-field.ts'
import { addObject } from '../objects/create-object.ts'
import { previewSplit } from '../objects/split-option.ts'
import { viewAs } from '../sign-in/view-as.ts'
import { checkTaken } from '../unique/check-taken.ts'
import { contextOfUser, forEyes } from '../workspace/contexts.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import { forgetOldGuesses, MOST_GUESSES } from './count-guesses.ts'
import { findBoard } from './find-board.ts'
import { findRecords } from './find-records.ts'
import { groupRecords } from './group-records.ts'

let test: TestWorkspace

beforeAll(async () => {
  test = await openTestWorkspace()
  await buildLead(test, { login: 'lina', values: { name: '被猜客户', phone: '13812340000' } })
}, 120_000)
afterAll(() => test.close())
afterEach(async () => {
  test.clock.set(TEST_NOW)
  await test.workspace.db.query('DELETE FROM w.covered_guess')
})

const eyes = (login = 'lina'): Context => forEyes(test.contextOf(login))
const numbers = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `+861381234${String(from + index).padStart(4, '0')}`)
const tries = (context: Context, from: number, count = 20) =>
  findRecords(context, { object: 'lead', where: call('isOneOf', field('phone'), literal(numbers(from, count))) })
const useUp = async (context = eyes()): Promise<void> => {
  for (let from = 0; from < MOST_GUESSES; from += 20) await tries(context, from)
}
const tooMany = { code: 'too-many-requests' }
const isNumber = (phone: string, path = 'phone') => call('equals', field(path), literal(phone))

type Ask = (context: Context, phone: string) => Promise<unknown>
const count = [{ as: 'n', fn: 'count' as const }]
const ways: [string, Ask][] = [
  ['a list', (context, phone) => findRecords(context, { object: 'lead', where: isNumber(phone) })],
  ['all but one', (context, phone) => findRecords(context, { object: 'lead', where: call('not', isNumber(phone)) })],
  ['the search box', (context, phone) => findRecords(context, { object: 'lead', search: phone.slice(3) })],
  [
    'a search by group',
    (context, phone) => groupRecords(context, { object: 'lead', search: phone, groupBy: [], measures: count }),
  ],
  [
    'a figure',
    (context, phone) => groupRecords(context, { object: 'lead', where: isNumber(phone), groupBy: [], measures: count }),
  ],
  [
    'part of a figure',
    (context, phone) =>
      groupRecords(context, { object: 'lead', groupBy: [], measures: [{ as: 'n', fn: 'count', where: isNumber(phone) }] }),
  ],
  [
    'a key to group by',
    (context, phone) =>
      groupRecords(context, { object: 'lead', groupBy: [{ as: 'is', of: isNumber(phone) }], measures: count }),
  ],
  [
    'totals under a list',
    (context, phone) => findRecords(context, { object: 'lead', totals: [{ as: 'n', fn: 'count', where: isNumber(phone) }] }),
  ],
  [
    'a kanban',
    (context, phone) =>
      findBoard(context, { object: 'lead', by: 'stage', columns: [{ value: 'new' }], where: isNumber(phone) }),
  ],
  [
    'a search on a kanban',
    (context, phone) =>
      findBoard(context, { object: 'lead', by: 'stage', columns: [{ value: 'new' }], search: phone.slice(3) }),
  ],
  ['a relation', (context, phone) => findRecords(context, { object: 'task', where: isNumber(phone, 'lead.phone') })],
  [
    'children',
    (context, phone) =>
      findRecords(context, { object: 'contact', where: children('lead.contact', 'any', { where: isNumber(phone) }) }),
  ],
  ['a new lead, while it is typed', (context, phone) => checkDuplicate(context, 'lead', { phone })],
]

describe('whole values named among covered ones', () => {
  it.each(ways)('are counted in %s: those of before may be asked again, no new one beyond the limit', async (_way, ask) => {
    const context = eyes()
    await tries(context, 0, 19)
    await ask(context, must(numbers(19, 1)[0]))
    for (let from = 20; from < MOST_GUESSES; from += 20) await tries(context, from)
    await ask(context, must(numbers(3, 1)[0]))
    await expect(ask(context, must(numbers(MOST_GUESSES, 1)[0]))).rejects.toMatchObject({
      ...tooMany,
      details: { retryAfter: 3_600 },
      issues: [{ path: '', code: 'too-many-guesses', params: { max: MOST_GUESSES } }],
    })
  })

  it('are counted where a condition is tried out on all records, whoever asks', async () => {
    const admin = eyes('admin')
    await useUp(admin)
    const grade = must(test.workspace.config.current.objects.get('lead')?.fields.get('grade'))
    const [option] = grade.settings['options'] as { id: string }[]
    const split = (phone: string) => ({ from: must(option).id, into: [{ label: '猜中的', where: isNumber(phone) }] })
    await previewSplit(admin, 'lead', 'grade', split(must(numbers(0, 1)[0])))
    await expect(previewSplit(admin, 'lead', 'grade', split(must(numbers(MOST_GUESSES, 1)[0])))).rejects.toMatchObject(tooMany)
  })

  it('are counted where a form says that a value is taken, while it is typed', async () => {
    await addObject(eyes('admin'), { label: { 'zh-CN': '会员卡' }, name: 'card' })
    const phone = { name: 'phone', label: { 'zh-CN': '手机' }, type: 'phone', sensitive: true, unique: true }
    await addField(eyes('admin'), 'card', phone)
    await runDueJobs(test.workspace)
    // What is sensitive nobody reads or writes until a role says so.
    const roles = test.workspace.config.current.items('role').flatMap((role) => {
      const card = role.objects['card']
      return card ? [{ ...role, objects: { ...role.objects, card: { ...card, fields: { phone: 'write' as const } } } }] : []
    })
    await changeConfig(
      eyes('admin'),
      roles.map((item) => ({ kind: 'role', id: item.id, item })),
    )
    await useUp(eyes('admin'))
    const ask = (value: string) => checkTaken(eyes('admin'), 'card', { phone: value })
    expect(await ask(must(numbers(3, 1)[0]))).toEqual({ taken: [] })
    await expect(ask(must(numbers(MOST_GUESSES, 1)[0]))).rejects.toMatchObject(tooMany)
  })

  it('are one, however often, however written and wherever they are asked', async () => {
    const context = eyes()
    for (let again = 0; again < MOST_GUESSES + 1; again++) await tries(context, 0, 1)
    for (const search of ['13812340000', '138 1234 0000', '+8613812340000'])
      await findRecords(context, { object: 'lead', search })
    const [row] = await test.workspace.db.query<{ n: number }>('SELECT cardinality(named) AS n FROM w.covered_guess')
    expect(row).toEqual({ n: 1 })
  })

  it('are no parts of numbers, no names, and nothing of what is not covered', async () => {
    for (const search of ['138', '0000', '被猜客户', '1381234']) await findRecords(eyes(), { object: 'lead', search })
    await findRecords(eyes(), { object: 'lead', where: call('isNotEmpty', field('phone')) })
    await findRecords(eyes(), { object: 'lead', where: call('equals', field('name'), literal('被猜客户')) })
    expect(await test.workspace.db.query('SELECT user_id FROM w.covered_guess')).toEqual([])
  })

  it('are kept as hashes, and gone when the hour is over', async () => {
    await tries(eyes(), 0, 1)
    const kept = () => test.workspace.db.query('SELECT * FROM w.covered_guess')
    expect(JSON.stringify(await kept())).not.toContain('1381234')
    await forgetOldGuesses(test.system())
    expect(await kept()).toHaveLength(1)
    test.clock.set('2026-11-16T05:00:00.000Z')
    await forgetOldGuesses(test.system())
    expect(await kept()).toEqual([])
  })

  it('do not count for a program, which sees them whole, nor for the platform', async () => {
    for (const context of [test.contextOf('lina'), test.system()])
      for (let from = 0; from <= MOST_GUESSES; from += 20) await tries(context, from)
    expect(await test.workspace.db.query('SELECT user_id FROM w.covered_guess')).toEqual([])
  })
})

describe('whoever ran into the limit', () => {
  it('goes on within the hour, and is alone in it', async () => {
    await useUp()
    await expect(tries(eyes(), MOST_GUESSES, 1)).rejects.toMatchObject(tooMany)
    await tries(eyes('wangshan'), MOST_GUESSES, 1)
    test.clock.set('2026-11-16T04:59:30.000Z')
    await expect(tries(eyes(), MOST_GUESSES, 1)).rejects.toMatchObject({ details: { retryAfter: 30 } })
    test.clock.set('2026-11-16T05:00:00.000Z')
    await useUp(eyes())
    await expect(tries(eyes(), MOST_GUESSES, 1)).rejects.toMatchObject(tooMany)
  })

  it('stands in the log, once an hour, with how many they tried and nothing of what', async () => {
    await useUp(eyes('wangshan'))
    for (const from of [300, 320, 340]) await expect(tries(eyes('wangshan'), from)).rejects.toMatchObject(tooMany)
    const { entries } = await findAudit(test.contextOf('admin'), {
      kind: 'guesses.refused',
      actor: must(test.ids.users['wangshan']),
    })
    expect(entries).toMatchObject([{ title: '王珊', actor: { name: '王珊' }, data: { count: MOST_GUESSES } }])
    expect(JSON.stringify(entries)).not.toContain('1381234')
  })

  it('is who sits there, not whose product they look at', async () => {
    const asLina = forEyes(viewAs(test.contextOf('admin'), must(test.ids.users['lina'])))
    await useUp(asLina)
    await expect(tries(eyes('admin'), MOST_GUESSES, 1)).rejects.toMatchObject(tooMany)
    await tries(eyes('lina'), MOST_GUESSES, 1)
  })

  it('tries no more by many questions at once, in two processes', async () => {
    const second = await openSecondProcess(test)
    try {
      const inEach = [test.workspace, second.workspace].map((workspace: Workspace) =>
        forEyes({ ...contextOfUser(workspace, must(test.ids.users['lina'])), now: TEST_NOW }),
      )
      const answers = await Promise.allSettled(
        Array.from({ length: 30 }, (_, index) => tries(must(inEach[index % 2]), index * 20)),
      )
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(MOST_GUESSES / 20)
    } finally {
      await second.close()
    }
  })
})
