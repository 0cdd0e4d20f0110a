import type { FieldTypes, Value } from '@jieli/core'
import { cleanValues } from '@jieli/core/identity/clean-values'
import { issueTexts } from '@jieli/core/i18n/issue-texts'
import { fieldSchema } from '@jieli/core/objects/object-type'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldTypes } from './index.ts'

const registry: FieldTypes = fieldTypes

/** An object with a field of every type and sample settings, as a real one would have them. */
const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const fields = Object.values(registry).flatMap((type) =>
  type.samples.map(({ settings }, at) =>
    fieldSchema.parse({ id: 'f_1', name: `${camelCase(type.name)}${at}`, label: type.label, type: type.name, settings }),
  ),
)

const inputFor = (typeName: string): fc.Arbitrary<unknown> => {
  const samples = registry[typeName]?.samples.flatMap(({ values, bad }) => [...values, ...bad]) ?? []
  return fc.oneof(fc.constantFrom(...samples, null), fc.string({ unit: 'binary' }), fc.anything())
}
const records = fc.record(Object.fromEntries(fields.map((field) => [field.name, inputFor(field.type)])), { requiredKeys: [] })

test('cleaning what is clean changes nothing and finds nothing wrong', () => {
  fc.assert(
    fc.property(records, (raw) => {
      const once: Record<string, Value> = cleanValues(raw, fields, { fieldTypes: registry }).values
      expect(cleanValues(once, fields, { fieldTypes: registry })).toEqual({ values: once, issues: [] })
    }),
  )
})

test('whatever is wrong has a sentence, and everything the sentence needs', () => {
  const textByCode = new Map<string, string>(Object.entries(issueTexts).map(([code, texts]) => [code, texts['zh-CN']]))
  fc.assert(
    fc.property(records, (raw) => {
      for (const issue of cleanValues(raw, fields, { fieldTypes: registry }).issues) {
        const needed = [...(textByCode.get(issue.code) ?? '{a sentence}').matchAll(/\{([^}]+)\}/g)].map(([, name]) => name)
        expect(Object.keys(issue.params ?? {})).toEqual(expect.arrayContaining(needed))
      }
    }),
  )
})
