import { expect, test } from 'vitest'
import type { Layout } from '@jieli/core'
import { isConditional } from './is-conditional.ts'

const showWhen = { call: 'isNotEmpty', args: [{ field: 'phone' }] }
const layout = (form: unknown[], parts: unknown[]): Layout => ({ form, tabs: [{ parts }] }) as unknown as Layout

test('a condition is found on the form, on a section and on a field within one', () => {
  expect(isConditional(layout([{ name: 'a', showWhen }], []))).toBe(true)
  expect(isConditional(layout([], [{ kind: 'section', fields: [], showWhen }]))).toBe(true)
  expect(isConditional(layout([], [{ kind: 'section', fields: [{ name: 'a' }, { name: 'b', showWhen }] }]))).toBe(true)
})

test('a layout without any needs no values to be drawn', () => {
  expect(isConditional(layout([{ name: 'a' }], [{ kind: 'section', fields: [{ name: 'a' }] }, { kind: 'timeline' }]))).toBe(
    false,
  )
})
