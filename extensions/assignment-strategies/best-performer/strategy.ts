import { z } from 'zod'
import {
  call,
  defineAssignmentStrategy,
  expressionSchema,
  field,
  labelSchema,
  literal,
  textOf,
  type Candidate,
  type MeasureRequest,
} from '@jieli/core'

/** Orders closed in the record's own subject in the last seven days, by whoever owns the order. */
const ordersClosedInSubject = {
  name: 'ordersClosed',
  label: { 'zh-CN': '近 7 天同科目成交', en: 'Closed in subject, 7 days' },
  object: 'order',
  fn: 'count' as const,
  by: 'owner',
  where: call(
    'and',
    call('equals', field('status'), literal('closed')),
    call('equals', field('subject'), field('record.subject')),
    call('withinLastDays', field('closedAt'), literal(7)),
  ),
}

const measure = z
  .object({
    name: z.string().regex(/^[a-zA-Z]\w{0,59}$/),
    label: labelSchema,
    object: z.string().min(1),
    fn: z.enum(['count', 'sum']),
    of: z.string().min(1).optional(),
    by: z.string().min(1).default('owner'),
    where: expressionSchema,
  })
  .refine(({ fn, of }) => fn === 'count' || of !== undefined, { path: ['of'], error: 'required' })

const settings = z.object({ measure: measure.default(ordersClosedInSubject) })
type Settings = z.infer<typeof settings>

const requestOf = ({ measure: { of, ...rest } }: Settings): MeasureRequest => (of === undefined ? rest : { ...rest, of })

/** Nothing closed is a figure of none, not a missing one: newcomers rank last, they do not vanish. */
const figureOf = (candidate: Candidate, { measure: { name } }: Settings): number => candidate.figures[name] ?? 0

/** Whoever did best by a measure of the admin's choice. */
export const bestPerformer = defineAssignmentStrategy<Settings>({
  name: 'best-performer',
  label: { 'zh-CN': '业绩优先', en: 'Best performer' },
  description: {
    'zh-CN': '按一项业绩从高到低分，默认看近 7 天同科目成交单数',
    en: 'By a figure, highest first; orders closed in the same subject in 7 days unless set otherwise',
  },
  settings,
  measures: (chosen) => [requestOf(chosen)],
  rank: ({ eligible, settings: chosen }) =>
    eligible.map((candidate) => ({ userId: candidate.userId, score: -figureOf(candidate, chosen) })),
  figures: (candidate, chosen) => [{ label: chosen.measure.label, value: figureOf(candidate, chosen) }],
  sentence: ({ measure: { label } }, locale) =>
    locale === 'en' ? `by ${textOf(label, 'en')}, highest first` : `按${textOf(label, 'zh-CN')}从高到低`,
})
