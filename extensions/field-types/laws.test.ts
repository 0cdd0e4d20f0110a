import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FieldType, FieldTypes, Value } from '@jieli/core'
import { locales } from '@jieli/core/i18n/label'
import { issueTexts } from '@jieli/core/i18n/issue-texts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fieldTypes } from './index.ts'

const registry: FieldTypes = fieldTypes
const types = Object.values(registry)

const folder = dirname(fileURLToPath(import.meta.url))
const foldersOnDisk = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

test('every folder is in the registry under its name with three lines about it, and nothing else is', () => {
  expect(Object.keys(registry).toSorted()).toEqual(foldersOnDisk.toSorted())
  for (const [name, type] of Object.entries(registry)) expect(type.name).toBe(name)
  for (const name of foldersOnDisk)
    expect(
      readFileSync(join(folder, name, 'README.md'), 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(3)
})

const stored = (type: FieldType, input: unknown, settings: Record<string, unknown>): Value => {
  const parsed = type.parse(input, settings)
  if (!parsed.ok) throw new Error(`${type.name} refuses ${JSON.stringify(input)}: ${parsed.code}`)
  return parsed.value
}

/** What hostile and clumsy people, files and programs give. */
const anyInput = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.double(),
  fc.integer(),
  fc.integer().map(String),
  fc.double({ noNaN: true, min: -1e9, max: 1e9 }).map((value) => value.toFixed(3)),
  fc
    .date({ noInvalidDate: true, min: new Date('1901-01-01'), max: new Date('2199-01-01') })
    .map((value) => value.toISOString()),
  fc
    .date({ noInvalidDate: true, min: new Date('1901-01-01'), max: new Date('2199-01-01') })
    .map((value) => value.toISOString().slice(0, 10)),
  fc.integer({ min: 0, max: 999_999_999 }).map((rest) => `1${String(3e9 + rest).slice(0, 10)}`),
  fc.uuid(),
  fc.emailAddress(),
  fc.webUrl({ withQueryParameters: true }),
  fc.json(),
  fc.anything(),
  fc.array(fc.string({ unit: 'grapheme' })),
  fc.tuple(
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.string({ unit: 'grapheme' }),
  ),
)

/** Samples as people write and paste them, some a character short: so the interesting paths are walked too. */
const nearSamples = (type: FieldType): fc.Arbitrary<unknown> => {
  const samples = type.samples.flatMap(({ settings, values }) =>
    values.flatMap((value) => [value, type.format(value, settings, 'zh-CN')]),
  )
  const frame = fc.tuple(
    fc.constantFrom('', ' ', '\u3000', '\u200B', '\uFEFF'),
    fc.constantFrom('', ' ', '\t', '\n'),
    fc.nat(3),
  )
  return fc
    .tuple(fc.constantFrom(...samples), frame)
    .map(([sample, [before, after, cut]]) =>
      typeof sample === 'string' ? `${before}${cut === 0 ? sample.slice(0, -1) : sample}${after}` : sample,
    )
}

describe.each(types.map((type) => [type.name, type] as const))('field type %s', (_name, type) => {
  const defaults = type.settings.parse({})

  test('works with no settings at all and refuses settings it does not know', () => {
    expect(type.column(defaults)).toMatch(/^[a-z]+(\(\d+(,\d+)?\))?(\[\])?$/)
    expect(type.settings.safeParse({ noSuchSetting: 1 }).success).toBe(false)
    for (const { settings } of type.samples) expect(type.settings.parse(settings)).toEqual(settings)
  })

  test('is opaque to formulas exactly when its column is', () => {
    expect(type.isOpaque ?? false).toBe(type.column(defaults) === 'jsonb')
    if (type.valueType === 'list' && !type.isOpaque) expect(type.column(defaults)).toBe(type.isRelation ? 'uuid[]' : 'text[]')
  })

  test('reads nothing, blanks and invisible characters as null, and shows null as nothing', () => {
    for (const blank of [null, undefined, '', ' ', '\t\n', '\u3000', '\u200B\uFEFF'])
      expect(stored(type, blank, defaults)).toBeNull()
    for (const locale of locales) expect(type.format(null, defaults, locale)).toBe('')
  })

  test('reads its own values, and what it shows in either language, back as the same value', () => {
    for (const { settings, values } of type.samples) {
      for (const value of values) {
        expect(stored(type, value, settings)).toEqual(value)
        for (const locale of locales) expect(stored(type, type.format(value, settings, locale), settings)).toEqual(value)
      }
    }
  })

  test('refuses what it must with a code that has a sentence', () => {
    for (const { settings, bad } of type.samples) {
      for (const input of bad) {
        const parsed = type.parse(input, settings)
        expect(
          parsed,
          `${type.name} takes ${typeof input === 'function' ? 'a function' : JSON.stringify(input)}`,
        ).toMatchObject({ ok: false })
        if (!parsed.ok) expect(issueTexts).toHaveProperty([parsed.code])
      }
    }
  })

  test('never throws, and what it accepts can be stored, is read back as itself and shown the same again', () => {
    const settingsList = [defaults, ...type.samples.map(({ settings }) => settings)]
    fc.assert(
      fc.property(fc.oneof(anyInput, nearSamples(type)), fc.constantFrom(...settingsList), (input, settings) => {
        const parsed = type.parse(input, settings)
        if (!parsed.ok) {
          expect(issueTexts).toHaveProperty([parsed.code])
          return
        }
        expect(JSON.stringify(parsed.value)).not.toMatch(/\\u0000|\\ud[89a-f]/)
        expect(stored(type, parsed.value, settings)).toEqual(parsed.value)
        for (const locale of locales) {
          const shown = type.format(parsed.value, settings, locale)
          expect(type.format(stored(type, shown, settings), settings, locale)).toBe(shown)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('answers long and repetitive input, on which careless patterns hang', () => {
    const pieces = [
      '1,',
      '1 ',
      ' ',
      '9',
      '周一',
      '、',
      '-',
      '(',
      '+86',
      'a@',
      '[',
      '1:00-',
      '\u200B',
      '👩\u200D',
      '★',
      'e1',
      '2026-',
    ]
    const endless = pieces.map((piece) => piece.repeat(200_000))
    for (const input of endless) expect(type.parse(`${input}x1`, defaults)).toHaveProperty('ok')
  })

  test('masks and identifies every value it may hold', () => {
    for (const { values } of type.samples) {
      for (const value of values) {
        if (type.mask) expect(type.mask(value)).not.toBe(type.format(value, defaults, 'zh-CN'))
        if (type.mask) {
          // A form sends back what it was shown: no cover may be written over the value it covers.
          expect(type.mask(value)).toContain('***')
          expect(type.parse(type.mask(value), defaults)).toHaveProperty('ok', false)
        }
        if (type.identity) expect(type.identity(value)).toMatch(/./)
      }
    }
    if (type.identity) expect(type.identity(null)).toBeNull()
  })
})
