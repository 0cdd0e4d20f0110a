import { call, children, field, literal, must, type Expression, type Value } from '@jieli/core'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { conditionHolds } from '../features/conditions/judge-condition.ts'
import { applyChange } from '../features/records/apply-change.ts'
import { findRecords } from '../features/records/find-records.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'

let test: TestWorkspace

const phones = ['+8613761620953', '+862162340917;ext=12', '+14155552671']

beforeAll(async () => {
  test = await openTestWorkspace()
  await test.workspace.db.transaction((tx) =>
    applyChange(test.system(), tx, {
      object: 'lead',
      isClean: true,
      operations: phones.map((phone) => ({
        action: 'create',
        ownerId: must(test.ids.users['lina']),
        values: { name: phone, phone, stage: 'new' },
      })),
    }),
  )
}, 120_000)

afterAll(() => test.close())

const found = async (where: Expression): Promise<Value[]> => {
  const page = await findRecords(test.contextOf('lina'), { object: 'lead', select: ['name'], where, sort: [{ field: 'name' }] })
  return page.records.map((record) => record.values['name'] ?? null)
}

/** What the same condition says of the same values, without the database. */
const judged = (where: Expression): string[] => {
  const lead = must(test.workspace.config.current.objects.get('lead'))
  return phones.filter((phone) => conditionHolds(test.contextOf('lina'), lead, where, { name: phone, phone }))
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCodePoint(must(sign.codePointAt(0)) + 0xfee0))

describe('a condition on a number', () => {
  it.each(['13761620953', '137 6162 0953', '+86-137-6162-0953', '008613761620953', '１３７６１６２０９５３'])(
    'finds it written %s',
    async (written) => {
      expect(await found(call('equals', field('phone'), literal(written)))).toEqual(['+8613761620953'])
      expect(await found(call('equals', literal(written), field('phone')))).toEqual(['+8613761620953'])
    },
  )

  it('takes what is no number as it is written', async () => {
    expect(await found(call('equals', field('phone'), literal('上海')))).toEqual([])
    expect(await found(call('notEquals', field('phone'), literal('上海')))).toHaveLength(phones.length)
  })

  it('says the same in the database as at hand, however the numbers are written', async () => {
    const spelled = fc.constantFrom(...phones, '137 6162 0953', '021-62340917转12', '021-62340917', '+1 (415) 555-2671')
    const written = fc.tuple(spelled, fc.boolean()).map(([text, isWide]) => (isWide ? fullWidth(text) : text))
    const condition = fc.oneof(
      fc.tuple(fc.constantFrom('equals', 'notEquals'), written).map(([name, one]) => call(name, field('phone'), literal(one))),
      fc
        .tuple(fc.constantFrom('isOneOf', 'isNotOneOf'), fc.array(fc.oneof(written, fc.constant('none')), { maxLength: 3 }))
        .map(([name, list]) => call(name, field('phone'), literal(list))),
    )
    await fc.assert(
      fc.asyncProperty(condition, async (where) => {
        expect(await found(where)).toEqual(judged(where).toSorted())
      }),
      { numRuns: 60 },
    )
  })

  it('reads them beside the numbers of children as well', async () => {
    const where = children('lead.campus', 'any', { where: call('equals', field('phone'), literal('137 6162 0953')) })
    const campuses = await findRecords(test.system(), { object: 'campus', select: ['id'], where })
    expect(campuses.records).toEqual([])
    const itself = call('equals', field('phone'), literal('13761620953'))
    const lead = must((await findRecords(test.system(), { object: 'lead', select: ['id'], where: itself })).records[0])
    const campus = must((await findRecords(test.system(), { object: 'campus', select: ['id'] })).records[0])
    await test.workspace.db.transaction((tx) =>
      applyChange(test.system(), tx, {
        object: 'lead',
        operations: [{ action: 'update', id: lead.id, values: { campus: campus.id } }],
      }),
    )
    expect((await findRecords(test.system(), { object: 'campus', select: ['id'], where })).records).toHaveLength(1)
  })
})
