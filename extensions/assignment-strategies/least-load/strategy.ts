import { z } from 'zod'
import { defineAssignmentStrategy, type Candidate } from '@jieli/core'

const settings = z.object({
  /** What load is: open records in hand, or those got today. */
  by: z.enum(['holding', 'today']).default('holding'),
})
type Settings = z.infer<typeof settings>

const labels = {
  holding: { 'zh-CN': '在手', en: 'In hand' },
  today: { 'zh-CN': '今天已分', en: 'Got today' },
} as const

const loadOf = (candidate: Candidate, { by }: Settings): number => candidate[by]

/** Whoever has least on their hands. */
export const leastLoad = defineAssignmentStrategy<Settings>({
  name: 'least-load',
  label: { 'zh-CN': '最少在手', en: 'Least load' },
  description: { 'zh-CN': '分给手上最少的人', en: 'To whoever has fewest in hand' },
  settings,
  rank: ({ eligible, settings: chosen }) =>
    eligible.map((candidate) => ({ userId: candidate.userId, score: loadOf(candidate, chosen) })),
  figures: (candidate, chosen) => [{ label: labels[chosen.by], value: loadOf(candidate, chosen) }],
  sentence: ({ by }, locale) => {
    if (locale === 'en') return by === 'today' ? 'fewest got today' : 'fewest in hand'
    return by === 'today' ? '按今天已分从少到多' : '按在手从少到多'
  },
})
