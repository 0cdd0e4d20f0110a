import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findOption, foldOption, optionsFor, optionsSchema } from './option.ts'

const options = [
  { id: 'app', label: { 'zh-CN': 'APP 推广', en: 'App ads' } },
  { id: 'walk-in', label: { 'zh-CN': '上门' } },
]

it('finds an option by id or label, whatever the width, case and blanks', () => {
  for (const text of ['app', 'ＡＰＰ　推广', 'app推广', 'APP ADS']) expect(findOption(options, text)?.id, text).toBe('app')
  expect(findOption(options, '上 门')?.id).toBe('walk-in')
  expect(findOption(options, '电话')).toBeUndefined()
  expect(foldOption('ＡＰＰ 推广')).toBe('app推广')
})

it('refuses options that could be mistaken for one another', () => {
  expect(optionsSchema.safeParse(options).success).toBe(true)
  expect(optionsSchema.safeParse([options[0], options[0]]).success).toBe(false)
  expect(optionsSchema.safeParse([...options, { id: 'x', label: { 'zh-CN': 'Ａpp' } }]).success).toBe(false)
  expect(optionsSchema.safeParse([{ id: '有', label: { 'zh-CN': '有' } }]).success).toBe(false)
})

it('makes an option for each new text and none for one that is there', () => {
  expect(optionsFor(['上门', ' 电话 ', '电 话', ''], options)?.slice(2)).toEqual([
    { id: 'option1', label: { 'zh-CN': '电话' } },
  ])
  expect(optionsFor(['新'], [{ id: 'option1', label: { 'zh-CN': '旧' } }])?.at(-1)?.id).toBe('option2')
  expect(
    optionsFor(
      Array.from({ length: 501 }, (_, index) => `t${index}`),
      [],
    ),
  ).toBeNull()
})

it('makes options that its own schema takes and that every text finds, for all texts', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 }), (texts) => {
      const made = optionsFor(texts, options) ?? []
      expect(optionsSchema.safeParse(made).success).toBe(true)
      for (const text of texts) if (foldOption(text) !== '') expect(findOption(made, text), text).toBeDefined()
    }),
  )
})
