import { expect, test } from 'vitest'
import { chipsControl, describedBy, listControl, singleValue, textControl, valuesOf } from './public-controls.ts'
import type { PublicInputProps } from './public-input.ts'

const props = (facts: Partial<PublicInputProps> = {}): PublicInputProps => ({
  id: 'q1',
  name: 'name',
  label: '姓名',
  required: true,
  value: '',
  settings: {},
  locale: 'zh-CN',
  now: '2026-11-21T16:30:00.000Z',
  timeZone: 'Asia/Shanghai',
  ...facts,
})

test('whatever a stranger typed comes back as text, never as markup', () => {
  const drawn = String(textControl(props({ value: '"><script>alert(1)</script>', issue: '<b>' }), {}))
  expect(drawn).not.toContain('<script>')
  expect(drawn).not.toContain('<b>')
})

test('a control that is wrong says so to who cannot see it, with the sentence that says why', () => {
  const wrong = props({ issue: '请填写姓名', help: '家长姓名' })
  expect(describedBy(wrong)).toBe('q1-e q1-h')
  expect(String(textControl(wrong, {}))).toContain('id="q1-e"')
  expect(String(textControl(wrong, {}))).toContain('aria-invalid="true"')
  expect(describedBy(props())).toBeUndefined()
})

test('what was chosen stays chosen when the page comes back', () => {
  const choices = [
    { value: 'a', label: '甲' },
    { value: 'b', label: '乙' },
  ]
  expect(String(chipsControl(props({ value: ['b'] }), choices, true)).match(/checked/g)).toHaveLength(1)
  expect(String(listControl(props({ value: 'b' }), choices))).toMatch(/value="b" selected/)
})

test('several chips are not required one by one: browsers would ask for each', () => {
  expect(String(chipsControl(props(), [{ value: 'a', label: '甲' }], true))).not.toContain('required')
})

test('of a list the last is the one value, and blanks are none', () => {
  expect(singleValue(props({ value: ['a', 'b'] }))).toBe('b')
  expect(singleValue(props({ value: [] }))).toBe('')
  expect(valuesOf(props({ value: ['', 'a'] }))).toEqual(['a'])
})
