import { describe, expect, test } from 'vitest'
import { previewPayload } from './preview-payload.ts'

describe('previewPayload', () => {
  test('shows words and hides numbers, however they are written', () => {
    expect(
      previewPayload({ name: '张女士', telephone: '138 1234-5678', remark: { 备注: '电话１３９１２３４５６７８，周六' } }),
    ).toBe('name：张女士，telephone：138****78，备注：电话139****78,周六')
  })

  test('hides ids that reach a person', () => {
    expect(previewPayload({ weixin: 'lina_2020', open_id: 1 })).toBe('weixin：***，open_id：1')
  })

  test('is short, whatever came', () => {
    expect(previewPayload({ note: '长'.repeat(1_000) }).length).toBeLessThanOrEqual(161)
    expect(previewPayload(null)).toBe('')
    expect(previewPayload([1, { a: ['x'] }])).toBe('1，a：x')
  })
})
