import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanLine } from '@jieli/core/fields/clean-text'
import { findOption, optionsFor, optionsSchema } from '@jieli/core/fields/option'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readText } from '@jieli/core/fields/read-text'
import { textOf } from '@jieli/core/i18n/label'
import { z } from 'zod'

const settings = z.strictObject({ options: optionsSchema.default([]) })

/** One of a list of options, kept by id. */
export const select = defineFieldType({
  name: 'select',
  label: { 'zh-CN': '单选', en: 'Select' },
  icon: 'circle-dot',
  settings,
  valueType: 'text',
  column: () => 'text',
  parse: (input, { options }) =>
    readText(input, cleanLine, (text) => {
      const option = findOption(options, text)
      return option ? accept(option.id) : refuse('unknown-option', { value: text.slice(0, 60) })
    }),
  format: (value, { options }, locale) => {
    const option = options.find(({ id }) => id === value)
    return option ? textOf(option.label, locale) : String(value ?? '')
  },
  settingsFor: (texts, settings) => {
    const options = optionsFor(texts, settings.options)
    return options && { ...settings, options }
  },
  samples: [
    {
      settings: {
        options: [
          { id: 'douyin', label: { 'zh-CN': '抖音', en: 'Douyin' }, color: 1 },
          { id: 'xiaohongshu', label: { 'zh-CN': '小红书 / RED' }, color: 2 },
          { id: 'old-fair', label: { 'zh-CN': '地推', en: 'Street fair' }, archived: true },
        ],
      },
      values: ['douyin', 'xiaohongshu', 'old-fair'],
      bad: ['快手', ['douyin'], {}, 'dou\u0000yin'],
    },
    { settings: { options: [] }, values: [], bad: ['anything'] },
  ],
})
