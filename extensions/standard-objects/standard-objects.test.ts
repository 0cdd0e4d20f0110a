import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { objectDraftSchema, type FieldType } from '@jieli/core'
import { fieldTypes } from '../field-types/index.ts'
import { standardObjects } from './index.ts'

const objects = Object.entries(standardObjects)
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

describe('standard objects', () => {
  test('every folder is registered, every registered object has a folder', () => {
    const here = dirname(fileURLToPath(import.meta.url))
    const folders = readdirSync(here, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
    expect(folders.sort()).toEqual(objects.map(([name]) => kebab(name)).sort())
  })

  test.each(objects)('%s is a valid draft under its own name', (name, draft) => {
    expect(objectDraftSchema.parse(draft).name).toBe(name)
  })

  test.each(objects)('%s has field names once each, and its title and stage among them', (_name, draft) => {
    const names = draft.fields.map((field) => field.name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toContain(draft.titleField)
    if (draft.stageField) expect(names).toContain(draft.stageField)
  })

  test.each(objects)('%s names everything in both languages', (_name, draft) => {
    for (const label of [draft.label, ...draft.fields.map((field) => field.label)]) expect(label.en).toBeTruthy()
  })

  test.each(objects)('%s has fields of types that exist, with settings these types accept', (_name, draft) => {
    const types: Record<string, Pick<FieldType, 'settings'> | undefined> = fieldTypes
    for (const { name, type, settings } of draft.fields) {
      expect({
        name,
        problems: types[type]?.settings.safeParse(settings ?? {}).error?.issues ?? [],
        type: types[type] ? type : 'unknown',
      }).toEqual({ name, problems: [], type })
    }
  })

  test('relations lead to objects that come earlier', () => {
    const seen = new Set<string>()
    for (const [name, draft] of objects) {
      for (const field of draft.fields) if (field.type === 'relation') expect(seen).toContain(field.settings?.['object'])
      seen.add(name)
    }
  })

  test('options have ids once each', () => {
    for (const [, draft] of objects) {
      for (const field of draft.fields) {
        const options = field.settings?.['options']
        if (!Array.isArray(options)) continue
        const ids = options.map((option: { id: string }) => option.id)
        expect(new Set(ids).size).toBe(ids.length)
      }
    }
  })

  test('what identifies a customer is sensitive', () => {
    for (const [, draft] of objects) for (const field of draft.fields) if (field.identifies) expect(field.sensitive).toBe(true)
  })
})
