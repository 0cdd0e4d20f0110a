import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readShort } from '@jieli/core/fields/read-text'
import { z } from 'zod'

const yes = new Set(['true', '1', 'yes', 'y', 'on', 't', '是', '有', '对', '真', '已', '√', '✓', '✔'])
const no = new Set(['false', '0', 'no', 'n', 'off', 'f', '否', '无', '没有', '不', '不是', '错', '假', '未', '×', '✗', 'x'])

/** Yes, no, or not known. */
export const boolean = defineFieldType({
  name: 'boolean',
  label: { 'zh-CN': '是否', en: 'Yes or no' },
  icon: 'toggle-left',
  settings: z.strictObject({}),
  valueType: 'boolean',
  column: () => 'boolean',
  parse: (input) => {
    if (typeof input === 'boolean') return accept(input)
    return readShort(
      input,
      (text) => cleanCode(text).toLowerCase(),
      (text) => {
        if (yes.has(text)) return accept(true)
        return no.has(text) ? accept(false) : refuse('not-yes-or-no')
      },
    )
  },
  format: (value, _settings, locale) => {
    if (value === null) return ''
    if (locale === 'en') return value === true ? 'Yes' : 'No'
    return value === true ? '是' : '否'
  },
  samples: [{ settings: {}, values: [true, false], bad: ['也许', 2, {}, []] }],
})
