import { expect, it } from 'vitest'
import { choicesOf, fitChips } from './public-choices.ts'

it('offers options in the reader’s language, archived ones no longer', () => {
  const options = [
    { id: 'math', label: { 'zh-CN': '数学', en: 'Maths' } },
    { id: 'art', label: { 'zh-CN': '美术' }, archived: true },
    { id: 'plain', label: '语文' },
  ]
  expect(choicesOf({ options }, 'en')).toEqual([
    { value: 'math', label: 'Maths' },
    { value: 'plain', label: '语文' },
  ])
})

it('offers nothing where settings hold no options', () => {
  for (const settings of [{}, { options: 'math' }, { options: [{ id: 1 }] }]) expect(choicesOf(settings, 'zh-CN')).toEqual([])
})

it('takes nine short labels for chips, not ten and not long ones', () => {
  const choices = (count: number, label: string) => Array.from({ length: count }, (_, index) => ({ value: `${index}`, label }))
  expect(fitChips(choices(9, '八个字的选项文字'))).toBe(true)
  expect(fitChips(choices(10, '数学'))).toBe(false)
  expect(fitChips(choices(2, '九个字的选项文字啊'))).toBe(false)
})
