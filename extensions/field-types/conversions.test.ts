import { describe, expect, it } from 'vitest'
import { fieldTypes } from './index.ts'
import type { FieldTypes, Value } from '@jieli/core'
import { convertValue, type TypeAndSettings } from '@jieli/core/fields/convert-value'

const registry = fieldTypes as unknown as FieldTypes
const end = (name: string, settings: Record<string, unknown> = {}): TypeAndSettings => {
  const type = registry[name]
  if (!type) throw new Error(name)
  return { type, settings: type.settings.parse(settings) as Record<string, unknown> }
}
const options = [
  { id: 'math', label: { 'zh-CN': '数学' } },
  { id: 'cn', label: { 'zh-CN': '语文' } },
]

describe('a value of one type as a value of another', () => {
  it.each<[string, TypeAndSettings, Value, TypeAndSettings, Value]>([
    ['money without its sign', end('money'), 32_000, end('number', { scale: 0 }), 32_000],
    ['a number in words of people', end('text'), '１２，０００', end('number'), 12_000],
    ['a day as the moment it begins', end('date'), '2026-03-08', end('instant'), '2026-03-07T16:00:00.000Z'],
    ['a moment as the day it is in, in its own zone', end('instant'), '2026-03-07T16:30:00.000Z', end('date'), '2026-03-08'],
    ['a label as its option', end('text'), '数 学', end('select', { options }), 'math'],
    ['an option as its label', end('select', { options }), 'math', end('text'), '数学'],
    ['one choice as a list of one', end('select', { options }), 'math', end('multi-select', { options }), ['math']],
    ['a list of one as one choice', end('multi-select', { options }), ['cn'], end('select', { options }), 'cn'],
    ['several choices as tags', end('multi-select', { options }), ['math', 'cn'], end('tags'), ['数学', '语文']],
    [
      'what a relation points to by its title',
      end('relation'),
      '01930000-0000-7000-8000-000000000001',
      end('text'),
      '仙林校区',
    ],
    ['yes as a word', end('boolean'), true, end('text'), '是'],
    ['stars as a number', end('rating'), 3, end('number'), 3],
    ['nothing as nothing', end('text'), null, end('number'), null],
  ])('%s', (_name, from, value, to, expected) => {
    const shown = from.type.isRelation ? '仙林校区' : undefined
    expect(convertValue(value, from, to, shown)).toEqual({ ok: true, value: expected })
  })

  it.each<[string, TypeAndSettings, Value, TypeAndSettings, string]>([
    ['words as a number', end('text'), '三万左右', end('number'), 'not-a-number'],
    ['two choices as one', end('multi-select', { options }), ['math', 'cn'], end('select', { options }), 'unknown-option'],
    ['a label nobody offers', end('text'), '体育', end('select', { options }), 'unknown-option'],
  ])('says why there is none: %s', (_name, from, value, to, code) => {
    expect(convertValue(value, from, to)).toMatchObject({ ok: false, code })
  })

  it('text takes in whatever any type shows', () => {
    for (const type of Object.values(registry))
      for (const { settings, values } of type.samples)
        for (const value of values)
          expect(convertValue(value, { type, settings }, end('long-text'))).toMatchObject({ ok: true })
  })
})
