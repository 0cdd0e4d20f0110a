import { expect, test } from 'vitest'
import { filesPublicInput } from './public-files.ts'
import type { PublicInputProps } from './public-input.ts'

const photos = filesPublicInput('image/*', ['image/'])
const draw = (facts: Partial<PublicInputProps>): string =>
  String(
    photos.render({
      id: 'q1',
      name: 'photo',
      label: '照片',
      required: true,
      value: [],
      settings: {},
      locale: 'zh-CN',
      now: '2026-11-21T16:30:00.000Z',
      timeZone: 'Asia/Shanghai',
      ...facts,
    }),
  )

test('strangers send three at most, fewer where the field holds fewer', () => {
  expect([{}, { max: 20 }, { max: 1 }, { max: 0 }].map((settings) => photos.files?.(settings).most)).toEqual([3, 3, 1, 3])
})

test('a photo that was sent is kept when the page comes back, and then none is asked for again', () => {
  const again = draw({ value: ['token-1'] })
  expect(again).toContain('value="token-1"')
  expect(again).toContain('已收到 1 个')
  expect(again).not.toContain(' required')
  expect(draw({})).toContain(' required')
})

test('one file is chosen one at a time', () => {
  expect(draw({ settings: { max: 1 } })).not.toContain('multiple')
  expect(draw({})).toContain('multiple')
})
