import {
  isOnLeave,
  isOnShift,
  must,
  systemAccess,
  type AssignmentRule,
  type Candidate,
  type Expression,
  type MeasureRequest,
  type Snapshot,
  type Value,
  type WeekHours,
  type WorkingHours,
} from '@jieli/core'
import { civilDate, instantOf } from '@jieli/core/time/zoned-time'
import { chineseHolidays } from '@jieli/extensions/kit/chinese-holidays'
import type { Queryable } from '../../database/database.ts'
import { strategyRegistry } from '../../registries.ts'
import { conditionHolds } from '../conditions/judge-condition.ts'
import type { Colleague } from '../directory/directory-store.ts'
import { groupRecords } from '../records/group-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { readCounters, type AssigneeState } from './assignment-queries.ts'

/** What is decided on: the values of a record that is about to get an owner. */
export interface Subject {
  values: Record<string, Value>
}

/** The facts of a batch: read once, asked for each rule and record. */
export interface AssignmentFacts {
  candidatesOf(rule: AssignmentRule, subject: Subject): Candidate[]
}

/** Reads everything the rules may ask for about these records, in as few queries as there are kinds of facts. */
export const gatherFacts = async (
  context: Context,
  db: Queryable,
  rules: readonly AssignmentRule[],
  subjects: readonly Subject[],
): Promise<AssignmentFacts> => {
  const snapshot = context.workspace.config.current
  const [{ states, credits }, figures] = await Promise.all([
    readCounters(db, civilDate(instantOf(context.now), snapshot.timeZone)),
    gatherFigures(context, db, rules, subjects),
  ])
  const people = [...context.workspace.directory.current.users.values()].filter((person) => person.active)
  const present = new Map<string, Presence>()
  // Of those who come into question, once for the batch: reckoning a week costs more than everything else about a person.
  const presenceOf = (person: Colleague): Presence => {
    const reckoned = present.get(person.id) ?? presence(context, snapshot, person)
    present.set(person.id, reckoned)
    return reckoned
  }
  const known = new Map<string, Candidate[]>()
  const gather = (rule: AssignmentRule, subject: Subject): Candidate[] =>
    poolOf(context, rule, subject, people).map((person) =>
      describe(
        person,
        presenceOf(person),
        states.get(person.id),
        credits.get(rule.id)?.get(person.id) ?? 0,
        figures.of(rule, subject, person.id),
      ),
    )
  return {
    candidatesOf: (rule, subject) => {
      const key = factsKey(rule, subject)
      const candidates = known.get(key) ?? gather(rule, subject)
      known.set(key, candidates)
      return candidates
    },
  }
}

/** Equal for two records of a batch about which a rule asks the same of the same people: nearly all of one campus. */
const factsKey = (rule: AssignmentRule, { values }: Subject): string => {
  const { sameAs, skillField } = rule.pool
  const measured = measuresOf(rule).map((measure) => bind(measure.where, values))
  return JSON.stringify([
    rule.id,
    rule.version,
    sameAs === undefined ? null : values[sameAs],
    skillField === undefined ? null : values[skillField],
    measured,
  ])
}

type Presence = Pick<Candidate, 'onShift' | 'onLeave'>

const presence = (context: Context, snapshot: Snapshot, person: Colleague): Presence => ({
  onShift: isOnShift(context.now, { shift: weekOf(person.shift), hours: null, timeZone: snapshot.timeZone }),
  onLeave: isOnLeave(context.now, person.leaves, snapshot.timeZone),
})

/** The shift field's value is the week itself, checked when it was written. */
export const weekOf = (shift: Value): WeekHours | null => (Array.isArray(shift) ? (shift as unknown as WeekHours) : null)

const describe = (
  person: Colleague,
  present: Presence,
  state: AssigneeState | undefined,
  credit: number,
  figures: Record<string, number>,
): Candidate => ({
  userId: person.id,
  name: person.name,
  weight: person.weight,
  credit,
  figures,
  onShift: present.onShift,
  onLeave: present.onLeave,
  holding: state?.holding ?? 0,
  holdingCap: person.holdingCap,
  today: state?.today ?? 0,
  dailyCap: person.dailyCap,
  lastAssignedAt: state?.lastAssignedAt ?? null,
})

/** A rule's pool for a record: the named people and departments, or those behind a relation; all of the right role and skill. */
export const poolOf = (context: Context, rule: AssignmentRule, subject: Subject, people: Colleague[]): Colleague[] => {
  const { pool } = rule
  const { departments, departmentOfCampus } = context.workspace.directory.current
  const paths = pool.departments.flatMap((id) => departments.get(id)?.path ?? [])
  const behind = pool.sameAs === undefined ? undefined : departmentOfCampus.get(String(subject.values[pool.sameAs] ?? ''))
  if (behind) paths.push(behind)
  const isOpen = pool.users.length === 0 && pool.departments.length === 0 && pool.sameAs === undefined
  const skill = pool.skillField === undefined ? null : (subject.values[pool.skillField] ?? null)
  return people.filter(
    (person) =>
      (isOpen || pool.users.includes(person.id) || paths.some((path) => person.departmentPath?.startsWith(path))) &&
      (pool.users.includes(person.id) || person.roleIds.some((role) => pool.roles.includes(role))) &&
      (skill === null || person.skills.includes(String(skill))),
  )
}

/** Puts the record's own values in place of `record.<field>`. */
export const bind = (expression: Expression, values: Record<string, Value>): Expression => {
  if ('field' in expression)
    return expression.field.startsWith('record.') ? { value: values[expression.field.slice(7)] ?? null } : expression
  return 'call' in expression ? { call: expression.call, args: expression.args.map((arg) => bind(arg, values)) } : expression
}

interface Figures {
  of(rule: AssignmentRule, subject: Subject, userId: string): Record<string, number>
}

const measuresByRule = new WeakMap<AssignmentRule, MeasureRequest[]>()

export const measuresOf = (rule: AssignmentRule): MeasureRequest[] => {
  const measures = measuresByRule.get(rule) ?? readMeasures(rule)
  measuresByRule.set(rule, measures)
  return measures
}

const readMeasures = (rule: AssignmentRule): MeasureRequest[] => {
  const strategy = strategyRegistry[rule.strategy.name]
  const settings = strategy?.settings.safeParse(rule.strategy.settings)
  return strategy && settings?.success ? (strategy.measures?.(settings.data) ?? []) : []
}

/** One grouped query for each measure with the record's values put in, for records its rule fits; equal questions share the answer. */
const gatherFigures = async (
  context: Context,
  db: Queryable,
  rules: readonly AssignmentRule[],
  subjects: readonly Subject[],
): Promise<Figures> => {
  const answers = new Map<string, Map<string, number>>()
  const info = must(context.workspace.config.current.objects.get(rules[0]?.object ?? 'lead'))
  const asSystem: Context = { ...context, access: systemAccess }
  const key = (measure: MeasureRequest, where: Expression): string =>
    JSON.stringify([measure.object, measure.fn, measure.of, measure.by, where])
  const wanted = rules.flatMap((rule) =>
    measuresOf(rule).map((measure) => ({
      measure,
      matching: subjects.filter((subject) => conditionHolds(context, info, rule.when, subject.values)),
    })),
  )
  for (const { measure, matching } of wanted) {
    for (const where of uniqueWheres(measure, matching)) {
      if (answers.has(key(measure, where))) continue
      const rows = await groupRecords(
        asSystem,
        {
          object: measure.object,
          where,
          limit: 5_000,
          groupBy: [{ as: 'person', of: { field: measure.by } }],
          measures: [{ as: 'figure', fn: measure.fn, ...(measure.of ? { of: { field: measure.of } } : {}) }],
        },
        db,
      )
      answers.set(key(measure, where), new Map(rows.map((row) => [String(row['person']), Number(row['figure'] ?? 0)])))
    }
  }
  return {
    of: (rule, subject, userId) =>
      Object.fromEntries(
        measuresOf(rule).map((measure) => [
          measure.name,
          answers.get(key(measure, bind(measure.where, subject.values)))?.get(userId) ?? 0,
        ]),
      ),
  }
}

const uniqueWheres = (measure: MeasureRequest, subjects: readonly Subject[]): Expression[] => [
  ...new Map(
    subjects.map((subject) => bind(measure.where, subject.values)).map((where) => [JSON.stringify(where), where]),
  ).values(),
]

/** The calendar that due times are reckoned in; null: day and night. */
export const workingHours = (snapshot: Snapshot, calendarId: string | null): WorkingHours | null => {
  const calendar = calendarId === null ? undefined : snapshot.item('calendar', calendarId)
  return calendar ? { calendar, holidays: calendar.chineseHolidays ? chineseHolidays : {} } : null
}
