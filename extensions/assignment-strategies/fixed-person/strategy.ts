import { z } from 'zod'
import { defineAssignmentStrategy } from '@jieli/core'

const settings = z.object({ userId: z.string().min(1) })

/** One named person, as long as they are in the pool and can take it. */
export const fixedPerson = defineAssignmentStrategy<z.infer<typeof settings>>({
  name: 'fixed-person',
  label: { 'zh-CN': '固定一人', en: 'One person' },
  description: {
    'zh-CN': '都分给指定的一个人；接不了就看下一条',
    en: 'Everything to one person; unavailable: on to the next rule',
  },
  settings,
  only: ({ settings: { userId } }) => [userId],
  rank: ({ eligible, settings: { userId } }) =>
    eligible.filter((candidate) => candidate.userId === userId).map(() => ({ userId, score: 0 })),
  sentence: (_, locale) => (locale === 'en' ? 'to one person' : '给指定的一个人'),
})
