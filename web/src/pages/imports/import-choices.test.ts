import { expect, it } from 'vitest'
import { duplicateChoices, firstPolicy, isUsedTwice, lacksIdentity, missingFields } from './import-choices.ts'

const lead = {
  choices: { hasDoor: true, identifies: ['phone', 'wechat'], unique: [], matches: ['phone', 'name'], required: ['name'] },
}
const machine = { choices: { hasDoor: false, identifies: [], unique: [], matches: ['serial'], required: [] } }

it('offers customers a touch first, and never a second record of the same person', () => {
  expect(duplicateChoices(lead, { 手机: 'phone' }, null)).toEqual(['touch', 'update', 'skip', 'ask'])
  expect(firstPolicy(lead, { 手机: 'phone' })).toMatchObject({ duplicates: 'touch', assign: 'rules' })
})

it('makes records of objects without a key anew until a field is chosen to match by', () => {
  expect(duplicateChoices(machine, { 编号: 'serial' }, null)).toEqual(['create'])
  expect(duplicateChoices(machine, { 编号: 'serial' }, 'serial')).toEqual(['update', 'skip', 'ask'])
  expect(firstPolicy(machine, { 编号: 'serial' })).toMatchObject({ duplicates: 'create', assign: 'me' })
})

it('matches by a field whose values may not repeat, where nothing identifies', () => {
  const unique = { choices: { ...machine.choices, unique: ['serial'] } }
  expect(firstPolicy(unique, { 编号: 'serial' })).toMatchObject({ duplicates: 'update', matchBy: 'serial' })
  expect(firstPolicy(unique, { 名称: 'name' })).toMatchObject({ duplicates: 'create', matchBy: null })
})

it('says what is missing before the next step', () => {
  expect(missingFields(lead, { 手机: 'phone', 别的: null })).toEqual(['name'])
  expect(lacksIdentity(lead, { 姓名: 'name' })).toBe(true)
  expect(lacksIdentity(lead, { 微信: 'wechat' })).toBe(false)
  expect(lacksIdentity(machine, {})).toBe(false)
  expect(isUsedTwice({ 甲: 'name', 乙: 'name' })).toBe(true)
  expect(isUsedTwice({ 甲: null, 乙: null })).toBe(false)
})
