import type { FormulaFunction } from '@jieli/core'
import { asText } from './values/texts.ts'
export const upper: FormulaFunction = {
  name: 'upper',
  label: { 'zh-CN': '大写', en: 'upper case' },
  aliases: ['UPPER'],
  params: [{ name: 'text', type: 'text' }],
  returns: 'text',
  // Only a to z: letters of other scripts differ between systems.
  evaluate: ([text]) => asText(text)?.replace(/[a-z]/g, (letter) => letter.toUpperCase()) ?? null,
  sql: ([text = 'NULL']) => `upper(${text} COLLATE "C")`,
  sentence: ([text], locale) => (locale === 'zh-CN' ? `${text} 的大写` : `${text} in upper case`),
  examples: [
    { args: ['WeChat 微信é'], result: 'WECHAT 微信é' },
    { args: [null], result: null },
  ],
}
