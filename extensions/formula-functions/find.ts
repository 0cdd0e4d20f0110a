import type { FormulaFunction } from '@jieli/core'
import { asText } from './values/texts.ts'
export const find: FormulaFunction = {
  name: 'find',
  label: { 'zh-CN': '查找位置', en: 'position of' },
  aliases: ['FIND', '查找'],
  help: {
    'zh-CN': '第一次出现在第几个字；没有出现就是空',
    en: 'Which character it first begins at; absent when it does not occur',
  },
  params: [
    { name: 'part', type: 'text' },
    { name: 'text', type: 'text' },
  ],
  returns: 'number',
  evaluate: ([part, text]) => {
    const [what, where] = [asText(part), asText(text)]
    const at = what === null || where === null ? -1 : where.indexOf(what)
    return at === -1 ? null : Array.from((where ?? '').slice(0, at)).length + 1
  },
  sql: ([part = 'NULL', text = 'NULL']) => `nullif(strpos(${text}, ${part}), 0)::numeric`,
  sentence: ([part, text], locale) => (locale === 'zh-CN' ? `${part} 在 ${text} 中的位置` : `position of ${part} in ${text}`),
  examples: [
    { args: ['数学', '😀中考数学'], result: 4 },
    { args: ['x', 'abc'], result: null },
  ],
}
