import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accentStyle, contrast } from './accent-style.ts'

const colour = fc.integer({ min: 0, max: 0xff_ff_ff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)
const read = (style: string, name: string): string[] =>
  [...style.matchAll(new RegExp(`--${name}:(#[0-9a-f]{6})`, 'g'))].map(([, value]) => value ?? '')

describe('the colour of a public page', () => {
  it('counts contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it('is the product’s own when none was chosen', () => expect(accentStyle(undefined)).toBe(''))

  it('keeps a colour that is readable as it is', () => expect(read(accentStyle('#2b56d6'), 'a')[0]).toBe('#2b56d6'))

  it('can be read whatever was chosen: white on the button, coloured words on their ground, light and dark', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        const style = accentStyle(accent)
        const [words, grounds] = [read(style, 'at'), read(style, 'ab')]
        expect([words.length, grounds.length]).toEqual([2, 2])
        for (const button of read(style, 'a')) expect(contrast(button, '#ffffff')).toBeGreaterThanOrEqual(4.5)
        for (const [index, word] of words.entries()) expect(contrast(word, grounds[index] ?? '')).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })
})
