import type { FormulaFunction, Value } from '@jieli/core'
import { scalarTypes } from './values/compare-values.ts'

export const ifs: FormulaFunction = {
  name: 'ifs',
  label: { 'zh-CN': '多条件', en: 'first that holds' },
  aliases: ['IFS', '多重条件判断'],
  help: {
    'zh-CN': '条件和结果成对写，第一个成立的算数；最后可以写「是, 其余的结果」',
    en: 'Pairs of condition and result; the first that holds counts. End with TRUE and a result for the rest',
  },
  params: [
    { name: 'condition', type: 'boolean', rest: true },
    { name: 'result', type: 'any', among: scalarTypes, rest: true },
  ],
  returns: 'any',
  evaluate: (args) => {
    const at = args.findIndex((arg, index) => index % 2 === 0 && arg === true)
    return at === -1 ? null : (args[at + 1] ?? null)
  },
  sql: (args) => {
    const whens = args.flatMap((arg, index) => (index % 2 === 0 ? `WHEN ${arg} THEN ${args[index + 1] ?? 'NULL'}` : []))
    return `CASE ${whens.join(' ')} END`
  },
  sentence: (args, locale) => {
    const pairs = args.flatMap((arg, index) => (index % 2 === 0 ? [[arg, args[index + 1]]] : []))
    return locale === 'zh-CN'
      ? pairs.map(([condition, result]) => `${condition} 则 ${result}`).join('；')
      : pairs.map(([condition, result]) => `${result} if ${condition}`).join('; ')
  },
  examples: [
    { args: [false, 'a', true, 'b', true, 'c'], result: 'b' },
    { args: [null, 1], result: null },
  ] satisfies { args: Value[]; result: Value }[],
}
