import { expect, it } from 'vitest'
import { canBeUnique } from './can-be-unique.ts'

it('is offered for fields whose type knows when two values are one, and not for what identifies customers anyway', () => {
  for (const type of ['text', 'number', 'phone', 'email', 'url', 'social-credit-code', 'id-card', 'date', 'auto-number'])
    expect(canBeUnique({ type })).toBe(true)
  for (const type of ['long-text', 'select', 'formula', 'relation', 'boolean']) expect(canBeUnique({ type })).toBe(false)
  expect(canBeUnique({ type: 'phone', identifies: true })).toBe(false)
})
