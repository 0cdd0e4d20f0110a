import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, field, literal, must } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { addField, updateField } from '../objects/add-field.ts'
import { changeOne } from './apply-change.ts'

let company: TestWorkspace
beforeAll(async () => {
  company = await openTestWorkspace()
  const admin = company.contextOf('admin')
  await addField(admin, 'campus', { name: 'rent', label: { 'zh-CN': '租金' }, type: 'number', settings: {} })
  await addField(admin, 'campus', { name: 'isRented', label: { 'zh-CN': '是租的' }, type: 'boolean', settings: {} })
  await updateField(admin, 'campus', 'rent', { requiredWhen: call('equals', field('isRented'), literal(true)) })
})
afterAll(() => company.close())

const write = (values: Record<string, unknown>, id?: string) =>
  changeOne(company.contextOf('admin'), 'campus', id ? { action: 'update', id, values } : { action: 'create', values })
const refused = { code: 'invalid-values', issues: [{ path: 'rent', code: 'required' }] }

describe('a field that is required on a condition', () => {
  it('is asked for on every way in, and only while the condition holds', async () => {
    await expect(write({ name: '甲校区', isRented: true })).rejects.toMatchObject(refused)
    await write({ name: '乙校区', isRented: false })
    const { after } = await write({ name: '丙校区', isRented: true, rent: 8_000 })
    await expect(write({ rent: null }, after.id)).rejects.toMatchObject(refused)
    await write({ rent: null, isRented: false }, after.id)
    await expect(write({ isRented: true }, after.id)).rejects.toMatchObject(refused)
  })

  it('does not hold up a change that has nothing to do with it', async () => {
    const { after } = await write({ name: '丁校区', isRented: true, rent: 1 })
    const table = must(company.workspace.config.current.objects.get('campus')).table
    const column = must(company.workspace.config.current.objects.get('campus')?.fields.get('rent')).column
    await company.workspace.db.query(`UPDATE w.${table} SET ${column} = NULL WHERE id = $1`, [after.id])
    await expect(write({ name: '丁校区（新）' }, after.id)).resolves.toMatchObject({ changed: true })
  })

  it('takes only conditions that this object can answer with yes or no', async () => {
    const admin = company.contextOf('admin')
    for (const requiredWhen of [
      call('equals', field('nothing'), literal(1)),
      field('rent'),
      call('no-such-function', field('rent')),
    ])
      await expect(updateField(admin, 'campus', 'rent', { requiredWhen })).rejects.toMatchObject({ code: 'invalid-values' })
    await updateField(admin, 'campus', 'rent', { requiredWhen: null })
    await expect(write({ name: '戊校区', isRented: true })).resolves.toMatchObject({ changed: true })
  })
})
