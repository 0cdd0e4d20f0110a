import { must } from '@jieli/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readStored } from '../../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { addField } from '../objects/add-field.ts'
import { createRecord } from './create-record.ts'
import { findRecords } from './find-records.ts'
import type { RowsToSave } from './save-rows.ts'

let test: TestWorkspace
let part: string

const label = (text: string) => ({ 'zh-CN': text })

beforeAll(async () => {
  test = await openTestWorkspace()
  const made = await addField(test.contextOf('admin'), 'lead', {
    name: 'children',
    label: label('孩子'),
    type: 'sub-table',
    settings: {
      columns: [
        { name: 'child', label: label('名字'), type: 'text', required: true },
        { name: 'age', label: label('年龄'), type: 'number', settings: { scale: 0 } },
      ],
    },
  })
  part = must(String(made.settings['over']).split('.')[0])
}, 120_000)
afterAll(() => test.close())

const enter = (values: Record<string, unknown>, children: RowsToSave[string]) =>
  createRecord(test.system(), test.app.capture, { object: 'lead', values, rows: { children }, confirmTouch: false })

const childrenOf = async (id: string) =>
  (
    await findRecords(test.system(), {
      object: part,
      where: { call: 'equals', args: [{ field: 'lead' }, { value: id }] },
      sort: [{ field: 'position', direction: 'asc' }],
    })
  ).records.map(({ values }) => values['child'])

const countOf = async (object: string) => (await findRecords(test.system(), { object, count: 'exact' })).count

it('a lead and its children come through the door in one call: recognised, assigned and written together', async () => {
  const { result: id } = await enter({ name: '王女士', phone: '13811112222' }, [
    { values: { child: '小明', age: 7 } },
    { values: { child: '小红', age: 9 } },
  ])
  const { values } = await readStored(test, 'lead', id)
  expect(values).toMatchObject({ phone: '+8613811112222', children: 2 })
  expect(values['source']).toBeTruthy()
  expect(values['assignedAt']).toBeTruthy()
  expect(await childrenOf(id)).toEqual(['小明', '小红'])
})

it('a customer we have is refused with the children, and none is left behind', async () => {
  const before = await Promise.all([countOf('lead'), countOf(part)])
  const again = enter({ name: '王妈妈', phone: '138 1111 2222' }, [{ values: { child: '小明' } }])
  await expect(again).rejects.toMatchObject({ code: 'duplicate-identity' })
  expect(await Promise.all([countOf('lead'), countOf(part)])).toEqual(before)
})

it('what is wrong with a child keeps the lead out, told by row and column', async () => {
  const before = await countOf('lead')
  const wrong = enter({ name: '李先生', phone: '13811113333' }, [{ values: { child: '小刚' } }, { values: { age: 8 } }])
  await expect(wrong).rejects.toMatchObject({
    code: 'invalid-values',
    issues: [expect.objectContaining({ path: 'rows.children.1.child', code: 'required' })],
  })
  expect(await countOf('lead')).toEqual(before)
})
