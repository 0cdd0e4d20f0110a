import { accessOf, call, field, must, type ObjectRights } from '@jieli/core'
import { writeConfig } from '../features/config/change-config.ts'
import { addField } from '../features/objects/add-field.ts'
import { createObject } from '../features/objects/create-object.ts'
import { createRecord } from '../features/records/create-record.ts'
import type { RowsToSave } from '../features/records/save-rows.ts'
import type { Context } from '../features/workspace/workspace.ts'
import type { TestWorkspace } from './open-test-workspace.ts'

const label = (text: string) => ({ 'zh-CN': text })

/** Most lines a sale of these tests may have. */
export const MOST_LINES = 6

/**
 * Sales with their lines as a sub-table, made as an admin makes it: product, price, quantity, a cost that is sensitive; on each
 * line what it comes to, on the sale the sum. Gives the name of the lines' object.
 */
export const makeSales = async (test: TestWorkspace): Promise<string> => {
  const admin = test.contextOf('admin')
  const text = (name: string, zh: string) => ({ name, label: label(zh), type: 'text' })
  await test.workspace.db.transaction((tx) =>
    createObject(admin, tx, {
      name: 'sale',
      label: label('销售单'),
      titleField: 'name',
      fields: [{ ...text('name', '名称'), required: true }, text('note', '备注')],
    }),
  )
  await test.workspace.config.refresh()
  const made = await addField(admin, 'sale', {
    name: 'lines',
    label: label('明细'),
    type: 'sub-table',
    settings: {
      max: MOST_LINES,
      columns: [
        { ...text('product', '产品'), required: true },
        { name: 'price', label: label('单价'), type: 'money' },
        { name: 'quantity', label: label('数量'), type: 'number', settings: { scale: 0 } },
        { name: 'cost', label: label('成本'), type: 'money', sensitive: true },
      ],
    },
  })
  const over = String(made.settings['over'])
  const [part = ''] = over.split('.')
  await addField(admin, part, {
    name: 'subtotal',
    label: label('小计'),
    type: 'formula',
    settings: { expression: call('multiply', field('price'), field('quantity')), result: 'money' },
  })
  await addField(admin, 'sale', {
    name: 'total',
    label: label('合计'),
    type: 'rollup',
    settings: { over, fn: 'sum', of: 'subtotal', result: 'money' },
  })
  return part
}

/** Gives the role of admins an object whole: what is made without the page is nobody's yet. */
export const letAdminUse = async (test: TestWorkspace, object: string): Promise<void> => {
  const role = must(test.workspace.config.current.item('role', 'admin'))
  const rights = { create: true, read: 'all', update: 'all', delete: 'all', fields: {}, otherFields: 'write' } as const
  await test.workspace.db.transaction((tx) =>
    writeConfig(test.system(), tx, [
      { kind: 'role', id: role.id, item: { ...role, objects: { ...role.objects, [object]: rights } } },
    ]),
  )
  await test.workspace.config.refresh()
}

export type SaleRights = Partial<ObjectRights>

/** Somebody of the test company with one role for each of these rights on sales; `columns`: what every role says of the lines' columns. */
export const asSeller = (
  test: TestWorkspace,
  login: string,
  rights: SaleRights[],
  columns: { part: string; fields: ObjectRights['fields'] } = { part: 'nothing', fields: {} },
): Context => {
  const context = test.contextOf(login)
  const none = { create: false, read: 'none', update: 'none', delete: 'none', fields: {}, otherFields: 'none' } as const
  const roles = rights.map((one, index) => ({
    id: `r${index}`,
    label: label('角色'),
    abilities: [],
    objects: { sale: { ...none, ...one }, [columns.part]: { ...none, fields: columns.fields } },
  }))
  const { userId, departmentPath } = context.access
  return { ...context, access: accessOf({ userId: must(userId), departmentPath, roles }) }
}

export const whole: SaleRights = { create: true, read: 'all', update: 'all', delete: 'all', otherFields: 'write' }

export const line = (product: string, price: number, quantity = 1) => ({ values: { product, price, quantity } })

/** A sale with its lines, as one call makes it. Gives its id. */
export const makeSale = async (
  test: TestWorkspace,
  context: Context,
  name: string,
  lines: RowsToSave[string],
): Promise<string> =>
  (await createRecord(context, test.app.capture, { object: 'sale', values: { name }, rows: { lines }, confirmTouch: false }))
    .result
