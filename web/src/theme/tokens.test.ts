import { expect, test } from 'vitest'
import { tokensCss } from './tokens-css.ts'
import { colourOf, colours, type Scheme } from './tokens.ts'

const schemes: Scheme[] = ['light', 'dark']

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

test('tokens.css says what tokens.ts says', async () => {
  await expect(tokensCss()).toMatchFileSnapshot('./tokens.css')
})

test.each(schemes)('text is readable on every ground it is put on (%s)', (scheme) => {
  for (const ground of ['bg-page', 'bg-surface', 'bg-raised', 'bg-sunken', 'bg-hover'] as const)
    for (const text of ['text', 'text-2', 'text-3', 'accent-text'] as const)
      expect(contrast(colourOf(text, scheme), colourOf(ground, scheme)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  for (const tone of ['ok', 'warn', 'err'] as const)
    expect(contrast(colourOf(`${tone}-text`, scheme), colourOf(`${tone}-bg`, scheme)), tone).toBeGreaterThanOrEqual(4.5)
})

test.each(schemes)('controls and marks stand out from their ground (%s)', (scheme) => {
  for (const mark of ['border-control', 'c1', 'c2', 'c3', 'ok', 'warn', 'err'] as const)
    expect(contrast(colourOf(mark, scheme), colourOf('bg-surface', scheme)), mark).toBeGreaterThanOrEqual(3)
})

test('every colour has a light and a dark value', () => {
  for (const [name, pair] of Object.entries(colours))
    expect(
      pair.every((value) => value.length > 3),
      name,
    ).toBe(true)
})
