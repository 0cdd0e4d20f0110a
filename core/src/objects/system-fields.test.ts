import { expect, it } from 'vitest'
import { systemFields } from './system-fields.ts'

it('are filled by the engine alone, each in a column of its own', () => {
  expect(systemFields.every(({ readOnly, required, sensitive }) => readOnly && !required && !sensitive)).toBe(true)
  expect(new Set(systemFields.map(({ column }) => column)).size).toBe(systemFields.length)
  expect(new Set(systemFields.map(({ name }) => name)).size).toBe(systemFields.length)
})

it('have columns that no admin’s field can get, and a name in both languages', () => {
  for (const { column, label } of systemFields) {
    expect(column).toMatch(/^[a-z_]+$/)
    expect(column).not.toMatch(/^f_\d/)
    expect(label.en).toBeTruthy()
  }
})
