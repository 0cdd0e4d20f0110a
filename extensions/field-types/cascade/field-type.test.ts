import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { cascade } from './field-type.ts'

const options = [
  { id: 'hw', label: { 'zh-CN': '硬件' } },
  { id: 'cam', label: { 'zh-CN': '摄像头' }, parent: 'hw' },
  { id: 'hw-other', label: { 'zh-CN': '其他' }, parent: 'hw' },
  { id: 'sv', label: { 'zh-CN': '服务' } },
  { id: 'sv-other', label: { 'zh-CN': '其他' }, parent: 'sv' },
]
const read = reader(cascade, { options })

test('the last part of the way is enough where it is the only one called so', () => {
  expect(read('摄像头')).toEqual(['hw', 'cam'])
  expect(read('其他')).toBe('several-places')
  expect(read('服务 / 其他')).toEqual(['sv', 'sv-other'])
})

test('a way that jumps or ends elsewhere is none', () => {
  expect(read(['sv', 'cam'])).toBe('unknown-option')
  expect(read(['cam'])).toBe('unknown-option')
  expect(read([])).toBeNull()
})

test('an option that was removed is shown by its id, so that the value does not vanish', () => {
  expect(cascade.format(['hw', 'gone'], cascade.settings.parse({ options }), 'zh-CN')).toBe('硬件 / gone')
})
