import { call, field, literal, systemAccess, type Expression, type FieldDraft, type Value } from '@jieli/core'
import { changeOne } from '../features/records/apply-change.ts'
import { addField } from '../features/objects/add-field.ts'
import { createObject } from '../features/objects/create-object.ts'
import type { Context } from '../features/workspace/workspace.ts'
import { readStored } from './build-lead.ts'
import type { TestWorkspace } from './open-test-workspace.ts'

const label = (text: string) => ({ 'zh-CN': text })

/** Deals with their goods, for tests of what follows from what: price × count on a line, sums on the deal, figures of those. */
export const makeDeals = async (test: TestWorkspace): Promise<void> => {
  const admin = test.contextOf('admin')
  await test.workspace.db.transaction(async (tx) => {
    await createObject(admin, tx, {
      name: 'deal',
      label: label('单子'),
      titleField: 'name',
      fields: [
        { name: 'name', label: label('名称'), type: 'text' },
        { name: 'discount', label: label('折扣'), type: 'percent' },
      ],
    })
    await createObject(admin, tx, {
      name: 'line',
      label: label('明细'),
      titleField: 'name',
      fields: [
        { name: 'name', label: label('品名'), type: 'text' },
        { name: 'deal', label: label('单子'), type: 'relation', settings: { object: 'deal' } },
        { name: 'price', label: label('单价'), type: 'money' },
        { name: 'count', label: label('数量'), type: 'number', settings: { scale: 0 } },
      ],
    })
  })
  await test.workspace.config.refresh()
}

/** Adds a computed field as an admin does. */
export const addComputed = (
  test: TestWorkspace,
  object: string,
  name: string,
  type: string,
  settings: Record<string, unknown>,
): Promise<unknown> =>
  addField(test.contextOf('admin'), object, { name, label: label(name), type, settings } satisfies FieldDraft)

/** total = price × count; the deal's sum of totals, how many lines, and what is left of the sum; on the line, the deal's name. */
export const computeDeals = async (test: TestWorkspace): Promise<void> => {
  await addComputed(test, 'line', 'total', 'formula', {
    expression: call('multiply', field('price'), field('count')),
    result: 'money',
  })
  await addComputed(test, 'deal', 'sum', 'rollup', { over: 'line.deal', fn: 'sum', of: 'total', result: 'money' })
  await addComputed(test, 'deal', 'large', 'rollup', {
    over: 'line.deal',
    fn: 'count',
    where: call('greaterThan', field('total'), literal(100)),
  })
  await addComputed(test, 'deal', 'net', 'formula', { expression: netOf, result: 'money' })
  await addComputed(test, 'line', 'dealName', 'lookup', { relation: 'deal', field: 'name' })
  await addComputed(test, 'line', 'share', 'formula', {
    expression: call('divide', call('multiply', field('total'), literal(100)), field('deal.net')),
    result: 'percent',
  })
}

const netOf: Expression = call(
  'multiply',
  field('sum'),
  call('subtract', literal(1), call('divide', call('coalesce', field('discount'), literal(0)), literal(100))),
)

export const make = async (context: Context, object: string, values: Record<string, unknown>): Promise<string> =>
  (await changeOne(context, object, { action: 'create', values })).after.id

export const valuesOf = async (test: TestWorkspace, object: string, id: string): Promise<Record<string, Value>> =>
  (await readStored(test, object, id)).values

/** An administrator whom no role limits, in this process or another. */
export const asOwner = (context: Context): Context => ({
  ...context,
  access: { ...systemAccess, userId: context.access.userId },
})
