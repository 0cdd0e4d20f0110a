import { expect, it } from 'vitest'
import { fieldSchema, formSchema, type Field } from '@jieli/core'
import { asksForContact, freeFieldsOf, mostQuestions, relabelled } from './questions.ts'

let made = 0
const field = (name: string, type: string, more: Partial<Field> = {}): Field =>
  fieldSchema.parse({ id: `f_${++made}`, name, type, label: { 'zh-CN': name }, ...more })
const fields = [
  field('name', 'text'),
  field('phone', 'phone', { identifies: true }),
  field('touchCount', 'number', { readOnly: true }),
  field('owner', 'user'),
  field('campus', 'relation'),
]
const asking = (...names: string[]) => names.map((name) => ({ name, required: false }))

it('offers what a stranger may fill in and nothing asks for yet', () => {
  expect(freeFieldsOf(fields, asking('name'), ['campus']).map(({ name }) => name)).toEqual(['phone'])
  expect(freeFieldsOf(fields, asking('name', 'phone'), []).map(({ name }) => name)).toEqual(['campus'])
  expect(freeFieldsOf([], asking('name'), [])).toEqual([])
})

it('knows whether the answers tell who it is', () => {
  expect(asksForContact(fields, asking('name', 'phone'))).toBe(true)
  expect(asksForContact(fields, asking('name'))).toBe(false)
  // A field that has gone from the object asks for nothing.
  expect(asksForContact([], asking('phone'))).toBe(false)
})

it('keeps the English of a label typed anew, and has no label at all when emptied', () => {
  const question = { name: 'name', required: true, label: { 'zh-CN': '称呼', en: 'Name' } }
  expect(relabelled(question, '怎么称呼')).toEqual({ ...question, label: { 'zh-CN': '怎么称呼', en: 'Name' } })
  expect(relabelled(question, '')).toEqual({ name: 'name', required: true })
})

it('stops where the schema of forms stops', () => {
  const form = (n: number) => ({
    id: 'a',
    sourceId: 's',
    title: { 'zh-CN': '试听' },
    fields: Array.from({ length: n }, () => ({ name: 'phone' })),
  })
  expect(formSchema.safeParse(form(mostQuestions)).success).toBe(true)
  expect(formSchema.safeParse(form(mostQuestions + 1)).success).toBe(false)
})
