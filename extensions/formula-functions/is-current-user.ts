import type { FormulaFunction } from '@jieli/core'

export const isCurrentUser: FormulaFunction = {
  name: 'isCurrentUser',
  label: { 'zh-CN': '是我', en: 'is me' },
  aliases: ['ISCURRENTUSER', 'ISME'],
  params: [{ name: 'user', type: 'id' }],
  returns: 'boolean',
  isVolatile: true,
  evaluate: ([user], context) => typeof user === 'string' && user !== '' && user === context.userId,
  sql: ([user = 'NULL'], context) => `(${user})::text = ${context.userId}::text`,
  sentence: ([user], locale) => (locale === 'zh-CN' ? `${user} 是我` : `${user} is me`),
  examples: [
    { args: ['u-1'], result: true, context: { userId: 'u-1' } },
    { args: [null], result: false, context: { userId: null } },
  ],
}
