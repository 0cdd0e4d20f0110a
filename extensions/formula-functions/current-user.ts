import type { FormulaFunction } from '@jieli/core'

export const currentUser: FormulaFunction = {
  name: 'currentUser',
  label: { 'zh-CN': '当前用户', en: 'the current user' },
  aliases: ['CURRENTUSER', '我'],
  params: [],
  returns: 'id',
  isVolatile: true,
  evaluate: (_args, context) => context.userId,
  sql: (_args, context) => `${context.userId}::text`,
  sentence: (_args, locale) => (locale === 'zh-CN' ? '当前用户' : 'the current user'),
  examples: [
    { args: [], result: 'u-1', context: { userId: 'u-1' } },
    { args: [], result: null, context: { userId: null } },
  ],
}
