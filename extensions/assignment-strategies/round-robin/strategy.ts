import { z } from 'zod'
import { defineAssignmentStrategy, type Candidate } from '@jieli/core'

const settings = z.object({})

/** A weight that is missing or makes no sense counts nothing, and then the turn comes only when nobody has a weight. */
const weightOf = ({ weight }: Candidate): number => (Number.isFinite(weight) && weight > 0 ? weight : 0)

/** Credits are kept to six decimals: without it, weights like 0.1 would leave dust that decides between equals. */
const tidy = (credit: number): number => Math.round(credit * 1e6) / 1e6

/** What a person has to their credit when this turn is given out. */
const creditNow = (candidate: Candidate): number => tidy(candidate.credit + weightOf(candidate))

const weightLabel = { 'zh-CN': '权重', en: 'Weight' }

/**
 * Smooth weighted round robin, as load balancers do it: everybody who can take the record earns their weight, the one
 * with most to their credit gets it and pays the sum of the weights. Shares come out exact and well mixed: 3:1 gives
 * A A B A, not A A A B. Who is away earns nothing and owes nothing.
 */
export const roundRobin = defineAssignmentStrategy<z.infer<typeof settings>>({
  name: 'round-robin',
  label: { 'zh-CN': '按权重轮流', en: 'Weighted round robin' },
  description: {
    'zh-CN': '轮流分给每个人，权重大的多分；不在的人不占名额',
    en: 'Everyone in turn, heavier weights more often; who is away takes no turn',
  },
  settings,
  rank: ({ eligible }) => eligible.map((candidate) => ({ userId: candidate.userId, score: -creditNow(candidate) })),
  nextCredits: ({ eligible, winnerId }) => {
    const total = eligible.reduce((sum, candidate) => sum + weightOf(candidate), 0)
    return Object.fromEntries(
      eligible.map((candidate) => [candidate.userId, tidy(creditNow(candidate) - (candidate.userId === winnerId ? total : 0))]),
    )
  },
  figures: ({ weight }) => [{ label: weightLabel, value: weight }],
  sentence: (_, locale) => (locale === 'en' ? 'in turn, by weight' : '按权重轮流'),
})
