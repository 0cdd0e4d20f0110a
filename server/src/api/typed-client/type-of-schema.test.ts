import { describe, expect, it } from 'vitest'
import { typeOfSchema } from './type-of-schema.ts'

describe('the type of a schema', () => {
  it.each([
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: 'integer' }, 'number'],
    [{ enum: ['new', 'won', null] }, '"new" | "won" | null'],
    [{ type: ['array', 'null'], items: { type: 'string', enum: ['a', 'b'] } }, '("a" | "b")[] | null'],
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ enum: ['"; process.exit() //'] }, '"\\"; process.exit() //"'],
    [{ enum: [] }, 'never'],
    [{}, 'unknown'],
  ])('%j is %s', (schema, type) => expect(typeOfSchema(schema)).toBe(type))
})
