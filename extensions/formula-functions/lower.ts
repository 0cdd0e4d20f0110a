import type { FormulaFunction } from '@jieli/core'

export const lower: FormulaFunction = {
  name: 'lower',
  label: { 'zh-CN': '小写', en: 'lower case' },
  aliases: ['LOWER'],
  params: [{ name: 'text', type: 'text' }],
  returns: 'text',
  // Only A to Z: letters of other scripts differ between systems.
  evaluate: ([text]) =>
    typeof text === 'string' && text !== '' ? text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : null,
  sql: ([text = 'NULL']) => `lower(${text} COLLATE "C")`,
  sentence: ([text], locale) => (locale === 'zh-CN' ? `${text} 的小写` : `${text} in lower case`),
  examples: [
    { args: ['WeChat 微信'], result: 'wechat 微信' },
    { args: ['É'], result: 'É' },
  ],
}
