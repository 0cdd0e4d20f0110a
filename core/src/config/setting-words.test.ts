import { expect, it } from 'vitest'
import { viewKinds } from '../pages/view.ts'
import { abilities, fieldRightSchema } from '../permissions/role.ts'
import { configKinds } from './config-item.ts'
import { configKindLabels, memberLabel, valueLabel } from './setting-words.ts'

it('has a word in both languages for every kind of setting', () => {
  expect(Object.keys(configKindLabels).toSorted()).toEqual(Object.keys(configKinds).toSorted())
  for (const label of Object.values(configKindLabels)) expect(label.en).toBeTruthy()
})

it('shows a member without a word by its own name, whatever it is called', () => {
  expect(memberLabel('required')).toEqual({ 'zh-CN': '必填', en: 'required' })
  for (const member of ['bespoke', 'constructor', 'toString']) expect(memberLabel(member)).toEqual({ 'zh-CN': member })
})

it('has a word for every ability, right and way to look at records', () => {
  for (const value of [...abilities, ...fieldRightSchema.options, ...viewKinds])
    expect(valueLabel('kind', value)?.['zh-CN'], value).toMatch(/\p{Script=Han}/u)
})

it('never takes what an admin wrote for a word of the platform', () => {
  expect(valueLabel('read', 'own')?.['zh-CN']).toBe('本人')
  for (const member of ['label', 'name', 'zh-CN', 'help']) expect(valueLabel(member, 'own')).toBeUndefined()
  expect(valueLabel('read', 'constructor')).toBeUndefined()
})
