import { expect, it } from 'vitest'
import type { ObjectInfo } from '@jieli/core'
import { describeReason, writeReason } from './row-reason.ts'

const info = { fields: new Map([['phone', { label: { 'zh-CN': '手机号', en: 'Phone' } }]]) } as unknown as ObjectInfo

it('is kept as codes and told in the reader’s language, with the field it is about', () => {
  const reason = writeReason([
    { path: 'phone', code: 'required' },
    { path: '', code: 'no-such-record', params: { value: '城南' } },
  ])
  expect(describeReason(reason, info, 'zh-CN')).toMatch(/^手机号：.+；找不到「城南」/)
  expect(describeReason(reason, info, 'en')).toMatch(/^Phone: .+; There is no "城南"/)
})

it('says of a whole row what is missing in other words than of a field', () => {
  const of = (path: string) => describeReason(writeReason([{ path, code: 'required' }]), undefined, 'zh-CN')
  expect(of('')).toBe('必填的内容没有填')
  expect(of('phone')).not.toBe(of(''))
})

it('is nothing when nothing is wrong', () => {
  expect(writeReason([])).toBeNull()
  expect(describeReason(null, info, 'en')).toBe('')
})
