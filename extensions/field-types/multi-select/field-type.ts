import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanText } from '@jieli/core/fields/clean-text'
import { findOption, optionsFor, optionsSchema, type Option } from '@jieli/core/fields/option'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readItems } from '@jieli/core/fields/read-list'
import { textOf } from '@jieli/core/i18n/label'
import { z } from 'zod'
import { optionsIn } from './options-in.ts'

const settings = z.strictObject({
  options: optionsSchema.default([]),
  /** How many may be chosen. */
  max: z.number().int().min(1).max(500).default(100),
})

/** In the order of the options, so that one choice has one way to be stored and equality needs no sets. */
const inOrder = (ids: readonly unknown[], options: readonly Option[]): string[] =>
  options.filter(({ id }) => ids.includes(id)).map(({ id }) => id)

/** Several of a list of options, kept by id. */
export const multiSelect = defineFieldType({
  name: 'multi-select',
  label: { 'zh-CN': '多选', en: 'Multi-select' },
  icon: 'list-checks',
  settings,
  valueType: 'list',
  column: () => 'text[]',
  parse: (input, { options, max }) => {
    const items = optionsIn(input, options)
    if (items === null) return refuse('not-a-list')
    const parsed = readItems(items, max, (item) => {
      if (typeof item !== 'string' && typeof item !== 'number') return item === null ? accept(null) : refuse('not-text')
      if (cleanText(String(item)) === '') return accept(null)
      const option = findOption(options, String(item))
      return option ? accept(option.id) : refuse('unknown-option', { value: String(item).trim().slice(0, 60) })
    })
    return parsed.ok && Array.isArray(parsed.value) ? accept(inOrder(parsed.value, options)) : parsed
  },
  format: (value, { options }, locale) => {
    const texts = (Array.isArray(value) ? value : []).map((id) => {
      const option = options.find((candidate) => candidate.id === id)
      return option ? textOf(option.label, locale) : String(id)
    })
    return texts.join(locale === 'en' ? ', ' : '、')
  },
  index: 'gin',
  settingsFor: (texts, settings) => {
    const options = optionsFor(texts, settings.options)
    return options && { ...settings, options }
  },
  samples: [
    {
      settings: {
        options: [
          { id: 'math', label: { 'zh-CN': '数学', en: 'Maths' }, color: 1 },
          { id: 'cn', label: { 'zh-CN': '语文', en: 'Chinese' }, color: 2 },
          { id: 'sci', label: { 'zh-CN': '物理、化学', en: 'Physics, chemistry' }, color: 3 },
        ],
        max: 100,
      },
      values: [['math'], ['math', 'cn'], ['cn', 'sci'], ['math', 'cn', 'sci']],
      bad: ['体育', ['math', '体育'], {}, true, [{}], ['a\u0000']],
    },
    {
      settings: {
        options: [
          { id: 'a', label: { 'zh-CN': '甲' } },
          { id: 'b', label: { 'zh-CN': '乙' } },
        ],
        max: 1,
      },
      values: [['a']],
      bad: [['a', 'b']],
    },
  ],
})
