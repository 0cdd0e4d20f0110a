import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOwner, computeDeals, make, makeDeals } from '../../testing/computed-world.ts'
import { openSecondProcess, openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import type { OpenWorkspace } from '../workspace/open-workspace.ts'
import { systemContext } from '../workspace/contexts.ts'
import { changeOne } from '../records/apply-change.ts'
import type { Operation } from '../records/change.ts'
import type { Context } from '../workspace/workspace.ts'

let test: TestWorkspace
let second: OpenWorkspace
let deals: string[]
let lines: string[]

beforeAll(async () => {
  test = await openTestWorkspace()
  await makeDeals(test)
  await computeDeals(test)
  second = await openSecondProcess(test)
  const owner = asOwner(test.contextOf('admin'))
  deals = await Promise.all(['甲', '乙', '丙'].map((name) => make(owner, 'deal', { name })))
  lines = await Promise.all(
    Array.from({ length: 6 }, (_, index) => make(owner, 'line', { deal: deals[index % 3], price: index, count: 1 })),
  )
}, 120_000)
afterAll(async () => {
  await second.close()
  await test.close()
})

/** One change of one record, as two people at two processes make them without looking at each other. */
type Move = {
  object: 'deal' | 'line'
  at: number
  action: Operation['action']
  values: Record<string, unknown>
  parent: number | null
}

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    object: fc.constantFrom<Move['object']>('line', 'line', 'deal'),
    at: fc.nat(5),
    action: fc.constantFrom<Move['action']>('create', 'update', 'update', 'update', 'delete', 'restore'),
    values: fc.oneof(
      fc.record({
        price: fc.option(fc.integer({ min: -500_000, max: 500_000 }).map((cents) => cents / 100)),
        count: fc.integer({ min: 0, max: 9 }),
      }),
      fc.record({ name: fc.constantFrom('甲', '乙', '丙', null) }),
    ),
    parent: fc.option(fc.nat(2)),
  }),
  { minLength: 4, maxLength: 24 },
)

const valuesFor = ({ object, values, parent, at }: Move): Record<string, unknown> =>
  object === 'deal'
    ? { name: values['name'] ?? `改${at}`, discount: (at * 17) % 100 }
    : { ...values, ...(parent === null ? {} : { deal: deals[parent] }) }

/** What may not be (a record already in the bin) changes nothing: both people are refused like anybody. */
const play = async (context: Context, move: Move): Promise<void> => {
  const id = (move.object === 'deal' ? deals : lines)[move.at % (move.object === 'deal' ? 3 : 6)] ?? ''
  const { action } = move
  const operation: Operation =
    action === 'create'
      ? { action, values: valuesFor(move) }
      : action === 'update'
        ? { action, id, values: valuesFor(move) }
        : { action, id }
  await changeOne(context, move.object, operation).catch((error: { code?: string }) => {
    if (error.code !== 'not-found') throw error as Error
  })
}

const columnsOf = (object: string) => {
  const info = test.workspace.config.current.objects.get(object)
  return (name: string): string => info?.fields.get(name)?.column ?? ''
}
const tableOf = (object: string): string => `w.${test.workspace.config.current.objects.get(object)?.table}`

/** Records whose stored values are not what plain SQL, written by hand, makes of the rows as they stand. */
const findWrong = async (): Promise<unknown[]> => {
  const [d, l] = [columnsOf('deal'), columnsOf('line')]
  const total = `round(l.${l('price')} * l.${l('count')}, 2)`
  const sum = `(SELECT coalesce(sum(${total}), 0) FROM ${tableOf('line')} l WHERE l.${l('deal')} = d.id AND l.deleted_at IS NULL)`
  const large = `(SELECT count(*) FROM ${tableOf('line')} l WHERE l.${l('deal')} = d.id AND l.deleted_at IS NULL AND ${total} > 100)`
  const wrongDeals = await test.workspace.db.query(
    `SELECT d.id, d.${d('sum')} AS stored, ${sum} AS fresh FROM ${tableOf('deal')} d WHERE d.deleted_at IS NULL AND
       (d.${d('sum')} <> ${sum} OR d.${d('large')} <> ${large} OR d.${d('net')} IS DISTINCT FROM
         round(d.${d('sum')} * (1 - coalesce(d.${d('discount')}, 0) / 100), 2))`,
  )
  const wrongLines = await test.workspace.db.query(
    `SELECT l.id, l.${l('dealName')} AS stored, d.${d('name')} AS fresh, l.${l('share')} AS share, d.${d('net')} AS net
     FROM ${tableOf('line')} l LEFT JOIN ${tableOf('deal')} d ON d.id = l.${l('deal')} AND d.deleted_at IS NULL
     WHERE l.deleted_at IS NULL AND (l.${l('total')} IS DISTINCT FROM ${total} OR l.${l('dealName')} IS DISTINCT FROM d.${d('name')}
       OR l.${l('share')} IS DISTINCT FROM round(round(div(l.${l('total')} * 100 * 1e13, nullif(d.${d('net')}, 0)) * 1e-13, 12), 2))`,
  )
  return [...wrongDeals, ...wrongLines]
}

it('whatever two people do at the same time, stored values are what plain SQL makes of the rows', async () => {
  await fc.assert(
    fc.asyncProperty(moves, moves, async (mine, theirs) => {
      const playAll = async (context: Context, all: readonly Move[]): Promise<void> => {
        for (const move of all) await play(context, move)
      }
      await Promise.all([playAll(asOwner(test.contextOf('admin')), mine), playAll(systemContext(second.workspace), theirs)])
      expect(await findWrong()).toEqual([])
    }),
    { numRuns: 10 },
  )
}, 180_000)
