import { describe, expect, test } from 'vitest'
import { children, field } from '../formulas/expression.ts'
import { objectsOf, reckoned } from './computed.fixture.ts'

const deals = objectsOf({
  deal: {
    name: {},
    sum: reckoned(children('line.deal', 'sum', { of: field('total') })),
    net: reckoned(field('sum')),
  },
  line: {
    deal: { type: 'relation', settings: { object: 'deal' } },
    price: { type: 'number' },
    total: reckoned(field('price')),
    dealName: reckoned(field('deal.name'), { field: 'deal.name' }),
  },
})
const computed = (object: string, name: string) => deals.get(object)?.fields.get(name)?.computed

describe('a computed field', () => {
  test('has the type of its results, and nobody writes it', () => {
    expect(deals.get('line')?.fields.get('dealName')).toMatchObject({ type: 'text', readOnly: true })
  })

  test('stands one level above what it reads', () => {
    expect([computed('line', 'total'), computed('deal', 'sum'), computed('deal', 'net')].map((one) => one?.level)).toEqual([
      1, 2, 3,
    ])
  })

  test('reads the relations it crosses as well', () => {
    expect(computed('line', 'dealName')?.reads.map((read) => [read.object, read.field.name, read.way.length])).toEqual([
      ['line', 'deal', 0],
      ['deal', 'name', 1],
    ])
    expect(computed('deal', 'sum')?.asksChildren).toBe(true)
  })
})

describe('what is worked out from covered values', () => {
  const people = objectsOf({
    person: {
      name: {},
      phone: { type: 'phone', sensitive: true },
      copy: reckoned(field('phone'), { type: 'text', settings: {} }),
      copyOfCopy: reckoned(field('copy'), { type: 'text', settings: {} }),
      plain: reckoned(field('name'), { type: 'text', settings: {} }),
    },
    visit: {
      person: { type: 'relation', settings: { object: 'person' } },
      phone: reckoned(field('person.phone'), { field: 'person.phone' }),
    },
    house: {
      name: {},
      least: reckoned(children('visit.house', 'min', { of: field('phone') }), { type: 'text', settings: {} }),
      visits: reckoned(children('visit.house', 'count')),
    },
  })
  const tells = (object: string, name: string) => people.get(object)?.fields.get(name)?.computed?.tellsCovered

  test('comes covered as well, over copies, relations and children', () => {
    expect([tells('person', 'copy'), tells('person', 'copyOfCopy'), tells('visit', 'phone'), tells('house', 'least')]).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  test('and what tells nothing of them does not', () => {
    expect([tells('person', 'plain'), tells('house', 'visits')]).toEqual([false, false])
  })
})

describe('a definition with a fault', () => {
  const faultOf = (shape: Parameters<typeof objectsOf>[0], object: string, name: string) =>
    objectsOf(shape).get(object)?.fields.get(name)?.computed?.fault

  test('a cycle is named on every field of it, and what reads one of them fails with it', () => {
    const shape = {
      deal: { sum: reckoned(children('line.deal', 'sum', { of: field('share') })) },
      line: {
        deal: { type: 'relation', settings: { object: 'deal' } },
        share: reckoned(field('deal.sum')),
        more: reckoned(field('share')),
      },
    }
    expect(faultOf(shape, 'deal', 'sum')?.code).toBe('formula-cycle')
    expect(faultOf(shape, 'line', 'share')).toMatchObject({ params: { way: 'deal.sum → line.share → deal.sum' } })
    expect(faultOf(shape, 'line', 'more')?.code).toBe('formula-cycle')
  })

  test.each([
    ['a field that is gone', reckoned(field('gone'))],
    ['a hop over what is no relation', reckoned(field('price.name'))],
    ['children of another object', reckoned(children('line.other', 'count'))],
    ['children seen through a hop', reckoned(children('part.line', 'sum', { of: field('line.price') }))],
  ])('%s is unknown', (_, wrong) => {
    const shape = {
      line: { price: { type: 'number' }, other: { type: 'relation', settings: { object: 'deal' } }, wrong },
      part: { line: { type: 'relation', settings: { object: 'line' } } },
      deal: {},
    }
    expect(faultOf(shape, 'line', 'wrong')?.code).toBe('unknown-field')
  })

  test('results of another type are refused', () => {
    expect(faultOf({ line: { name: {}, wrong: reckoned(field('name')) } }, 'line', 'wrong')?.code).toBe('type-mismatch')
  })
})
