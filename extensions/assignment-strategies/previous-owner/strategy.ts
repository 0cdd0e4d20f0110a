import { z } from 'zod'
import { defineAssignmentStrategy } from '@jieli/core'

const settings = z.object({})

/** The customer's former owner, or nobody: then the rule hands on. */
export const previousOwner = defineAssignmentStrategy<z.infer<typeof settings>>({
  name: 'previous-owner',
  label: { 'zh-CN': '原负责人', en: 'Previous owner' },
  description: {
    'zh-CN': '老客户回到原来的负责人手里；没有或接不了就看下一条',
    en: 'Back to whoever had the customer before; nobody or unavailable: on to the next rule',
  },
  settings,
  only: ({ previousOwnerId }) => (previousOwnerId === null ? [] : [previousOwnerId]),
  rank: ({ eligible, previousOwnerId }) =>
    eligible.filter(({ userId }) => userId === previousOwnerId).map(({ userId }) => ({ userId, score: 0 })),
  sentence: (_, locale) => (locale === 'en' ? 'to the previous owner' : '给原负责人'),
})
