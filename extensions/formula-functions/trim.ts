import type { FormulaFunction } from '@jieli/core'
import { asText, presentSql, textOrAbsent } from './values/texts.ts'
export const trim: FormulaFunction = {
  name: 'trim',
  label: { 'zh-CN': '去空格', en: 'trim' },
  aliases: ['TRIM', '去除空格'],
  params: [{ name: 'text', type: 'text' }],
  returns: 'text',
  evaluate: ([text]) => textOrAbsent((asText(text) ?? '').replace(/^[ \u3000\t\n\r]+|[ \u3000\t\n\r]+$/g, '')),
  // The Chinese blank, tab and line ends besides the plain blank.
  sql: ([text = 'NULL']) => presentSql(`btrim(${text}, ' ' || chr(12288) || chr(9) || chr(10) || chr(13))`),
  sentence: ([text], locale) => (locale === 'zh-CN' ? `${text} 去掉两头空格` : `${text} trimmed`),
  examples: [
    { args: ['　 张三 '], result: '张三' },
    { args: ['  '], result: null },
  ],
}
