import { expect, test } from 'vitest'
import { blankField, isReadyToMake, newFieldOf, withType } from './new-field-draft.ts'

const named = { ...blankField, label: ' 年级 ' }

test('a name is enough for a plain field; one with options waits for them', () => {
  expect(isReadyToMake(blankField)).toBe(false)
  expect(isReadyToMake(named)).toBe(true)
  const select = withType(named, 'select')
  expect(isReadyToMake(select)).toBe(false)
  const options = [{ id: 'opt1', label: { 'zh-CN': '初一' }, color: 1 }]
  expect(isReadyToMake({ ...select, settings: { options } })).toBe(true)
})

test('what the platform fills is not asked of anybody, however the draft stood before', () => {
  const asked = { ...named, required: true, formIds: ['campus'] }
  expect(withType(asked, 'formula')).toMatchObject({ required: false, formIds: [] })
  expect(withType(asked, 'phone')).toMatchObject({ required: true, formIds: ['campus'] })
})

test('uniqueness chosen for one type is not carried to a type that cannot have it', () => {
  const unique = { ...named, unique: true }
  expect(newFieldOf(unique)).toMatchObject({ label: { 'zh-CN': '年级' }, unique: true })
  expect(newFieldOf(withType(unique, 'long-text'))).not.toHaveProperty('unique')
})
