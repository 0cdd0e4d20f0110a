import { describe, expect, test } from 'vitest'
import { assignmentRuleSchema, configKinds, partsOf, systemFields, viewSchema, type Expression } from '@jieli/core'
import { assignmentStrategies } from '../../assignment-strategies/index.ts'
import { connectors } from '../../connectors/index.ts'
import { lead } from '../../standard-objects/lead/object.ts'
import { standardObjects } from '../../standard-objects/index.ts'
import { stageOptions } from '../../standard-objects/lead/stage-options.ts'
import { outcomeOptions } from '../../standard-objects/outcome-options.ts'
import { sourceOptions } from '../../standard-objects/source-options.ts'
import { educationSolution } from './solution.ts'
import type { SolutionConfig } from './solution-config.ts'

const solution = educationSolution({
  campuses: [
    { key: 'xianlin', name: '仙林校区', id: 'campus-1' },
    { key: 'binhu', name: '滨湖校区', id: 'campus-2' },
  ],
  seniorConsultantIds: ['user-1'],
})
const kinds = Object.keys(solution) as (keyof SolutionConfig)[]
const system = systemFields.map((field) => field.name)
const fieldsOf = (object: string): string[] => {
  const draft = Object.entries(standardObjects).find(([name]) => name === object)?.[1]
  return [...system, ...(draft?.fields.map((field) => field.name) ?? [])]
}

const fieldsRead = (expression: Expression | undefined): string[] => {
  if (!expression || 'value' in expression) return []
  return 'field' in expression ? [expression.field] : partsOf(expression).flatMap(({ part }) => fieldsRead(part))
}

describe('education solution', () => {
  test.each(kinds)('every %s fits its schema and has an id of its own', (kind) => {
    const parsed = solution[kind].map((item) => configKinds[kind].parse(item))
    const ids = parsed.map((item) => item.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThan(0)
  })

  test('every role says what it may do with every object, field names included', () => {
    for (const role of solution.role) {
      expect(Object.keys(role.objects).sort()).toEqual(Object.keys(standardObjects).sort())
      for (const [object, rights] of Object.entries(role.objects)) {
        const unknown = Object.keys(rights.fields ?? {}).filter(
          (name) => !fieldsOf(object).includes(name) && !['phone', 'wechat'].includes(name),
        )
        expect({ role: role.id, object, unknown }).toEqual({ role: role.id, object, unknown: [] })
      }
    }
  })

  test('the front desk sees no whole number and takes nothing out', () => {
    const desk = solution.role.find((role) => role.id === 'front-desk')
    expect(desk?.objects['lead']?.fields?.['phone']).toBe('mask')
    expect(desk?.abilities).toEqual([])
  })

  test('a consultant never writes what identifies a customer after it is stored', () => {
    const consultant = solution.role.find((role) => role.id === 'consultant')
    expect(consultant?.objects['lead']).toMatchObject({ read: 'own', update: 'own', create: true, fields: { phone: 'read' } })
  })

  test('views, rules and conditions read fields that exist', () => {
    for (const view of solution.view) {
      const named = [
        ...(view.columns ?? []),
        ...(view.sort ?? []).map((sort) => sort.field),
        ...fieldsRead(viewSchema.parse(view).where),
      ]
      for (const name of named) expect(fieldsOf(view.object)).toContain(name)
    }
    for (const rule of solution['assignment-rule'])
      for (const name of fieldsRead(assignmentRuleSchema.parse(rule).when)) expect(fieldsOf('lead')).toContain(name)
  })

  test('outcomes are the options of the lead, and move to stages it has', () => {
    expect(solution.outcome.map((outcome) => outcome.id)).toEqual(outcomeOptions.map((option) => option.id))
    const stages: string[] = stageOptions.map((option) => option.id)
    for (const outcome of solution.outcome) if (outcome.stage) expect(stages).toContain(outcome.stage)
  })

  test('every source is a choice of the lead and maps onto fields it has', () => {
    expect(solution.source.map((source) => source.id).sort()).toEqual(sourceOptions.map((option) => option.id).sort())
    for (const source of solution.source)
      for (const name of Object.keys(source.mapping ?? {})) expect(fieldsOf('lead')).toContain(name)
  })

  test('each campus has a form that stands for it, and every form a source', () => {
    expect(solution.form.find((form) => form.id === 'campus-xianlin')).toMatchObject({
      fixed: { campus: 'campus-1' },
      sourceId: 'campus-qr',
    })
    const sources = solution.source.map((source) => source.id)
    for (const form of solution.form) {
      expect(sources).toContain(form.sourceId)
      for (const question of form.fields) expect(lead.fields.map((field) => field.name)).toContain(question.name)
    }
  })

  test('rules name strategies that exist, with settings these accept', () => {
    const strategies: Record<string, { settings: { safeParse(input: unknown): { success: boolean } } } | undefined> =
      assignmentStrategies
    for (const { label, strategy } of solution['assignment-rule']) {
      expect({ label, fits: strategies[strategy.name]?.settings.safeParse(strategy.settings ?? {}).success }).toEqual({
        label,
        fits: true,
      })
    }
  })

  test('sources and channels name connectors that exist', () => {
    for (const { connector } of [...solution.source, ...solution.channel]) expect(Object.keys(connectors)).toContain(connector)
  })

  test('the last rule takes every lead or queues it: nothing falls through', () => {
    const last = solution['assignment-rule'].at(-1)
    expect(last?.when).toBeUndefined()
    expect(last?.whenNobody).toBe('queue')
  })
})
