import { textOf, type AssignmentRule, type Expression, type Locale } from '@jieli/core'
import { assignmentStrategies } from '@jieli/extensions/assignment-strategies'
import type { AssignmentStrategy } from '@jieli/core'
import type { rulesMessages } from '../../i18n/messages/rules-messages.ts'
import type { TextOf } from '../../i18n/use-text.ts'

/** The parts of a rule that a click in its sentence opens. */
export const ruleParts = ['when', 'pool', 'strategy', 'availability', 'whenNobody'] as const
export type RulePart = (typeof ruleParts)[number]

/** A piece of the sentence: words of the rule, which can be clicked, or what stands between them. */
export interface Phrase {
  text: string
  part?: RulePart
}

export interface SentenceWords {
  text: TextOf<typeof rulesMessages>
  locale: Locale
  print(condition: Expression): string
  /** A person, a department, a role by id; a field by name. */
  nameOf(id: string): string
  fieldTitle(name: string): string
}

export const strategyOf = (name: string): AssignmentStrategy | undefined =>
  (assignmentStrategies as Record<string, AssignmentStrategy>)[name]

const strategyPhrase = ({ strategy: { name, settings } }: AssignmentRule, words: SentenceWords): string => {
  const strategy = strategyOf(name)
  const parsed = strategy?.settings.safeParse(settings)
  return strategy && parsed?.success
    ? strategy.sentence(parsed.data, words.locale)
    : strategy
      ? textOf(strategy.label, words.locale)
      : name
}

const shown = 3
const poolPhrase = ({ pool }: AssignmentRule, words: SentenceWords): string => {
  const { text, nameOf, fieldTitle } = words
  const join = text('listJoin')
  const who = pool.roles.map(nameOf).join(join)
  if (pool.users.length > 0) {
    const names = pool.users.slice(0, shown).map(nameOf).join(join)
    const people = pool.users.length > shown ? text('morePeople', { names, n: pool.users.length }) : names
    return pool.skillField
      ? text('of', { what: text('poolSkill', { field: fieldTitle(pool.skillField) }), who: people })
      : people
  }
  const what = [
    ...(pool.departments.length > 0 ? [pool.departments.map(nameOf).join(join)] : []),
    ...(pool.sameAs ? [text('poolSame', { field: fieldTitle(pool.sameAs) })] : []),
    ...(pool.skillField ? [text('poolSkill', { field: fieldTitle(pool.skillField) })] : []),
  ].join(join)
  return what ? text('of', { what, who }) : text('poolAll', { roles: who })
}

const availabilityKeys = ['onShift', 'notOnLeave', 'underHoldingCap', 'underDailyCap'] as const

const leftOut = ({ availability }: AssignmentRule, { text }: SentenceWords): string => {
  const who = availabilityKeys
    .filter((key) => availability[key])
    .map((key) => text(key))
    .join(text('listJoin'))
  return who ? text('sayLeftOut', { who }) : text('sayNobodyOut')
}

/** The rule as one sentence: 同校区、科目对口的顾问 里分配，按权重轮流. */
export const ruleSentence = (rule: AssignmentRule, words: SentenceWords): Phrase[] => {
  const { text } = words
  const fixed = rule.strategy.name === 'fixed-person' ? rule.strategy.settings['userId'] : undefined
  const middle: Phrase[] =
    rule.strategy.name === 'fixed-person'
      ? [
          { text: text('sayTo') },
          { text: typeof fixed === 'string' ? words.nameOf(fixed) : text('poolNobody'), part: 'strategy' },
        ]
      : [
          { text: text('sayFrom') },
          { text: poolPhrase(rule, words), part: 'pool' },
          { text: text('sayBy') },
          { text: strategyPhrase(rule, words), part: 'strategy' },
        ]
  return [
    { text: rule.when ? text('sayWhen', { when: words.print(rule.when) }) : text('sayAlways'), part: 'when' },
    ...middle,
    { text: text('sayOut') },
    { text: leftOut(rule, words), part: 'availability' },
    { text: text('sayThen') },
    { text: text(rule.whenNobody === 'queue' ? 'queue' : 'nextRule'), part: 'whenNobody' },
  ]
}
