import { describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import type { ConfigTree } from '../config/config-tree.ts'
import { mergeTemplate, withoutTemplate } from './merge-template.ts'

const label = (zh: string) => ({ 'zh-CN': zh })
const option = (id: string, zh: string) => ({ id, label: label(zh) })
const field = (name: string, zh: string, options?: unknown[]) => ({
  name,
  label: label(zh),
  type: options ? 'select' : 'text',
  settings: options ? { options } : {},
})
const object = (name: string, zh: string, fields: object[]) => ({ name, label: label(zh), fields })
const rights = { read: 'all' }

const now = {
  object: {
    lead: { id: 'o_1', ...object('lead', '线索', [{ id: 'f_2', ...field('subject', '科目', [option('math', '数学')]) }]) },
  },
  role: { admin: { id: 'admin', objects: { lead: rights } } },
  view: { all: { id: 'all', label: label('我们的') } },
} as unknown as ConfigTree

const template = {
  object: {
    lead: object('lead', '患者线索', [
      field('subject', '项目', [option('implant', '种植'), option('sums', '数学')]),
      field('symptoms', '主诉'),
    ]),
    patient: object('patient', '患者', [field('name', '姓名')]),
  },
  role: {
    admin: { id: 'admin', objects: { lead: { read: 'none' }, patient: rights } },
    nurse: { id: 'nurse', objects: { patient: rights } },
  },
  view: { all: { id: 'all', label: label('他们的') }, patients: { id: 'patients', label: label('全部患者') } },
  menu: {
    bosses: { id: 'bosses', roles: ['admin'], label: label('管理员'), groups: [] },
    nurses: { id: 'nurses', roles: ['nurse'], label: label('护士'), groups: [] },
  },
} as unknown as ConfigTree

describe('a template beside what is there', () => {
  const { wanted, made } = mergeTemplate(now, template)

  it('adds objects, fields, options, roles and views, and renames nothing', () => {
    expect(wanted.object?.['lead']).toMatchObject({ id: 'o_1', label: label('线索') })
    const { fields } = must(wanted.object)['lead'] as { fields: { name: string; settings: { options?: { id: string }[] } }[] }
    expect(fields.map(({ name }) => name)).toEqual(['subject', 'symptoms'])
    expect(wanted.view).toEqual({ all: now.view?.['all'], patients: template.view?.['patients'] })
    expect(wanted.role?.['admin']).toMatchObject({ objects: { lead: rights, patient: rights } })
    expect(made.items).toEqual([
      ['object', 'patient'],
      ['role', 'nurse'],
      ['view', 'patients'],
      ['menu', 'nurses'],
    ])
  })

  it('leaves people the menu they have', () => {
    expect(Object.keys(wanted.menu ?? {})).toEqual(['nurses'])
  })

  it('takes an option that is called like another for that one', () => {
    expect(made.options).toEqual([['lead', 'subject', 'implant']])
  })

  it('leaves no trace when it goes, but options that records may hold', () => {
    const left = withoutTemplate(wanted, made)
    expect(left.role).toEqual(now.role)
    expect(left.view).toEqual(now.view)
    expect(Object.keys(left.object ?? {})).toEqual(['lead'])
    const { fields } = must(left.object)['lead'] as { fields: { name: string; settings: { options?: object[] } }[] }
    expect(fields.map(({ name }) => name)).toEqual(['subject'])
    expect(fields[0]?.settings.options).toEqual([option('math', '数学'), { ...option('implant', '种植'), archived: true }])
  })
})
