import type { FormulaFunction } from '@jieli/core'

export const length: FormulaFunction = {
  name: 'length',
  label: { 'zh-CN': '字数', en: 'length' },
  aliases: ['LEN', 'LENGTH', '长度', '文本长度'],
  params: [{ name: 'text', type: 'text' }],
  returns: 'number',
  evaluate: ([text]) => (typeof text === 'string' ? [...text].length : 0),
  sql: ([text = 'NULL']) => `coalesce(char_length(${text}), 0)::numeric`,
  sentence: ([text], locale) => (locale === 'zh-CN' ? `${text} 的字数` : `length of ${text}`),
  examples: [
    { args: ['中考😀'], result: 3 },
    { args: [null], result: 0 },
  ],
}
