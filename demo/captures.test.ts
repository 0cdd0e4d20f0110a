import { beforeAll, describe, expect, test } from 'vitest'
import type { FieldTypes, Parsed } from '@jieli/core'
import { fieldTypes } from '@jieli/extensions/field-types'
import { readPath } from '@jieli/extensions/kit/read-path'
import { educationSolution } from '@jieli/extensions/solutions'
import { standardObjects, type StandardObjectName } from '@jieli/extensions/standard-objects'
import { createCompany } from './company.ts'
import { MemoryUseCases } from './memory-use-cases.ts'
import { runStory } from './run-story.ts'
import type { DemoCapture } from './use-cases.ts'

const until = Date.parse('2026-11-21T14:00:00Z')
const types: FieldTypes = fieldTypes
const solution = educationSolution({ campuses: [], seniorConsultantIds: [] })

/** What the field's own type makes of a value, as capture does. */
const parse = (object: StandardObjectName, name: string, value: unknown): Parsed | undefined => {
  const field = standardObjects[object].fields.find((candidate) => candidate.name === name)
  const type = types[field?.type ?? '']
  return type?.parse(value, type.settings.parse(field?.settings ?? {}))
}

/** Relations are ids of the workspace; the stand-in's are not. */
const isOurs = (name: string): boolean => name !== 'campus'

const valuesOf = ({ sourceId, payload }: DemoCapture): [string, unknown][] => {
  const mapping = Object.entries(solution.source.find((source) => source.id === sourceId)?.mapping ?? {})
  const read =
    mapping.length > 0
      ? mapping.map(([name, path]): [string, unknown] => [name, readPath(payload, path)])
      : Object.entries(payload)
  return read.filter(([name, value]) => value !== undefined && isOurs(name))
}

describe('what the story sends', () => {
  const company = new MemoryUseCases()
  beforeAll(() => runStory(company, { seed: 'doors', until, days: 4, scale: 0.5 }))

  test('is understood by the fields it is meant for, whatever door and spelling it came by', () => {
    const misread = company.captures.flatMap((capture) =>
      valuesOf(capture)
        .filter(([name, value]) => parse('lead', name, value)?.ok !== true)
        .map(([name, value]) => `${capture.sourceId}.${name} = ${String(value)}`),
    )
    // Junk has no number that could be called; nothing else is misread.
    expect(misread.filter((line) => !line.includes('.phone = '))).toEqual([])
    expect(misread.length).toBeLessThanOrEqual(company.refused)
  })

  test('has follow-ups whose next steps and learned values fit the lead', () => {
    expect(company.followUps.length).toBeGreaterThan(100)
    for (const { learned, outcomeId, nextAt } of company.followUps) {
      expect(parse('followUp', 'outcome', outcomeId)?.ok).toBe(true)
      expect(parse('lead', 'nextAt', nextAt)?.ok).toBe(true)
      for (const [name, value] of Object.entries(learned))
        expect({ name, parsed: parse('lead', name, value)?.ok }).toEqual({ name, parsed: true })
    }
  })

  test('has people whose shifts, skills and numbers fit the user', () => {
    for (const person of createCompany({ until, days: 60 }).users) {
      for (const name of [
        'name',
        'login',
        'phone',
        'roles',
        'skills',
        'shift',
        'holdingCap',
        'dailyCap',
        'weight',
        'wecomId',
      ] as const) {
        expect({ login: person.login, name, ok: parse('user', name, person[name])?.ok }).toEqual({
          login: person.login,
          name,
          ok: true,
        })
      }
    }
  })
})
