import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { bytesOf, lengthOf, truncateText } from './truncate-text.ts'

describe('truncateText', () => {
  it('leaves what fits and marks what was cut', () => {
    expect(truncateText('姓名', 5)).toBe('姓名')
    expect(truncateText('最关注提分科目', 5)).toBe('最关注提…')
  })

  it('counts bytes when asked: a Chinese character is three', () => {
    expect(truncateText('接力接力', 9, bytesOf)).toBe('接力…')
  })

  it('never splits an emoji made of several signs', () => {
    expect(truncateText('👨‍👩‍👧好', 5)).toBe('…')
    expect(truncateText('好👍🏽好的', 5)).toBe('好…')
  })

  it('keeps to every limit and stays well formed, for all texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 })
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 60 }), fc.constantFrom(lengthOf, bytesOf), (input, limit, sizeOf) => {
        const cut = truncateText(input, limit, sizeOf)
        expect(sizeOf(cut)).toBeLessThanOrEqual(limit)
        expect(cut.isWellFormed()).toBe(true)
      }),
    )
  })
})
