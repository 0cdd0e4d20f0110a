import { expect, it } from 'vitest'
import { must } from '../errors/assert.ts'
import { call, children, field, type Expression } from '../formulas/expression.ts'
import { objectsOf } from './computed.fixture.ts'
import { readsOf, type FieldFinder } from './field-read.ts'

const to = (object: string) => ({ type: 'relation', settings: { object } })
const objects = objectsOf({
  order: { amount: { type: 'number' }, lead: to('lead') },
  lead: { name: {}, campus: to('campus') },
  campus: { name: {}, region: to('region') },
  region: { name: {}, country: to('country') },
  country: { name: {}, world: to('country') },
})
const finder: FieldFinder = {
  fieldOf: (object, name) => objects.get(object)?.fields.get(name),
  isSeenInPart: () => false,
  targetOf: ({ settings }) => settings['object'] as string | undefined,
}
const reads = (expression: Expression, root: string) => {
  const found = readsOf(expression, root, finder)
  return 'missing' in found
    ? `missing ${found.missing}`
    : found.reads.map(({ object, field: { name }, way }) => `${object}.${name} ${way.map(({ kind }) => kind).join(' ')}`.trim())
}

it('reads each relation on the way, for a change of any of them changes the result', () => {
  expect(reads(field('lead.campus.name'), 'order')).toEqual(['order.lead', 'lead.campus up', 'campus.name up up'])
})

it('goes down to children: their relation, what is asked and what is summed up', () => {
  const sum = children('order.lead', 'sum', { of: field('amount'), where: call('isEmpty', field('createdAt')) })
  expect(reads(call('not', sum), 'lead')).toEqual(['order.lead down', 'order.createdAt down', 'order.amount down'])
})

it('names the first path that leads nowhere, through no relation, or too far', () => {
  expect(reads(field('gone'), 'lead')).toBe('missing gone')
  expect(reads(field('name.length'), 'lead')).toBe('missing name.length')
  expect(reads(field('lead.campus.region.country.name'), 'order')).toBe('missing lead.campus.region.country.name')
})

it('asks children of their own fields only, and only those that point here', () => {
  expect(reads(children('order.lead', 'sum', { of: field('lead.name') }), 'lead')).toBe('missing lead.name')
  expect(reads(children('order.lead', 'count'), 'campus')).toBe('missing order.lead')
  expect(reads(children('lead.campus', 'any', { where: children('order.lead', 'any') }), 'campus')).toBe('missing order.lead')
})

it('keeps from where to where each step goes', () => {
  const found = readsOf(field('campus.name'), 'lead', finder)
  expect('reads' in found && must(found.reads[1]).way[0]).toMatchObject({ kind: 'up', from: 'lead', to: 'campus' })
})
