import { expect, it } from 'vitest'
import { fieldTypes, objectsOf, reckoned } from '../computed/computed.fixture.ts'
import { buildSnapshot, type StoredItem } from '../config/snapshot.ts'
import { call, field, literal } from '../formulas/expression.ts'
import { usesOfField, usesOfObject } from './field-uses.ts'

const objects = objectsOf({
  lead: {
    name: {},
    subject: {},
    campus: { type: 'relation', settings: { object: 'campus' } },
    score: reckoned(field('subject')),
  },
  campus: { name: {}, city: {} },
})
const definitions = [...objects.values()].map(({ definition }): StoredItem => ({
  kind: 'object',
  id: definition.name,
  item: definition,
}))
const label = { 'zh-CN': '数学线索' }
const isMath = call('equals', field('subject'), literal('math'))

const snapshotOf = (...items: StoredItem[]) =>
  buildSnapshot({ version: 1, name: '青屿', timeZone: 'Asia/Shanghai' }, [...definitions, ...items], {
    fieldTypes,
    functions: {},
  })
const usesIn = (items: StoredItem[], name: string, object = 'lead'): string[] =>
  usesOfField(snapshotOf(...items), object, name)
    .filter(({ kind }) => kind !== 'object')
    .map(({ kind, id, how }) => `${kind} ${id} ${how}`)

const view = (id: string, more: object): StoredItem => ({ kind: 'view', id, item: { id, object: 'lead', label, ...more } })

it('tells a setting that only shows a field from one that rests on it', () => {
  const items = [
    view('shows', { columns: ['name', 'subject'] }),
    view('sorts', { sort: [{ field: 'subject', direction: 'asc' }] }),
    view('asks', { where: isMath, columns: ['subject'] }),
    view('groups', { groupBy: 'subject' }),
    view('other', { columns: ['name'] }),
  ]
  expect(usesIn(items, 'subject')).toEqual(['view shows shows', 'view sorts shows', 'view asks decides', 'view groups decides'])
})

it('knows what calendars, galleries and layouts stand on', () => {
  const section = { kind: 'section', id: 's', label, fields: [{ field: 'subject' }] }
  const items: StoredItem[] = [
    view('calendar', { kind: 'calendar', startField: 'subject' }),
    view('gallery', { kind: 'gallery', coverField: 'subject' }),
    view('figures', { summaries: [{ field: 'subject', fn: 'filled' }] }),
    { kind: 'layout', id: 'places', item: { id: 'places', object: 'lead', label, tabs: [{ parts: [section] }] } },
    {
      kind: 'layout',
      id: 'depends',
      item: { id: 'depends', object: 'lead', label, tabs: [{ parts: [{ ...section, fields: [], showWhen: isMath }] }] },
    },
  ]
  expect(usesIn(items, 'subject')).toEqual([
    'view calendar decides',
    'view gallery decides',
    'view figures shows',
    'layout places shows',
    'layout depends decides',
  ])
})

it('follows paths over relations, and does not take another object’s field of the same name', () => {
  const items = [view('city', { columns: ['campus.city'] }), view('name', { columns: ['campus.name'] })]
  expect(usesIn(items, 'campus')).toEqual(['view city shows', 'view name shows'])
  expect(usesIn(items, 'city', 'campus')).toEqual(['view city shows'])
  expect(usesIn(items, 'name')).toEqual([])
})

it('finds questions of forms, mappings of sources and conditions of roles; a right alone is no use', () => {
  const items: StoredItem[] = [
    { kind: 'form', id: 'f', item: { id: 'f', title: label, fields: [{ name: 'subject' }] } },
    { kind: 'source', id: 's', item: { id: 's', label: '抖音', mapping: { subject: 'km' } } },
    { kind: 'role', id: 'r', item: { id: 'r', label, objects: { lead: { read: { where: isMath }, fields: {} } } } },
    { kind: 'role', id: 'q', item: { id: 'q', label, objects: { lead: { read: 'all', fields: { subject: 'read' } } } } },
  ]
  expect(usesIn(items, 'subject')).toEqual(['form f shows', 'source s shows', 'role r decides'])
})

it('finds formulas that read the field', () => {
  expect(usesOfField(snapshotOf(), 'lead', 'subject')).toEqual([{ kind: 'object', id: 'lead', label: 'lead', how: 'decides' }])
})

it('names a setting as people know it', () => {
  expect(usesOfField(snapshotOf(view('v', { columns: ['name'] })), 'lead', 'name').at(-1)?.label).toBe('数学线索')
})

it('finds what points to an object and what is about it', () => {
  const uses = usesOfObject(snapshotOf(view('v', { object: 'campus' })), 'campus')
  expect(uses.map(({ kind, id, how }) => `${kind} ${id} ${how}`)).toEqual(['object lead decides', 'view v shows'])
})

it('asks each card of a board by its own object', () => {
  const card = (id: string, more: object) => ({
    kind: 'query',
    id,
    title: label,
    chart: 'bar',
    measure: { fn: 'count' },
    groupBy: [],
    ...more,
  })
  const board = (id: string, ...cards: object[]): StoredItem => ({ kind: 'board', id, item: { id, label, cards } })
  const items = [
    board(
      'grouped',
      { kind: 'part', id: 'heat', part: 'heat' },
      card('a', { object: 'lead', groupBy: [{ field: 'subject' }] }),
    ),
    board('elsewhere', card('b', { object: 'campus', groupBy: [{ field: 'subject' }] })),
    board('usual'),
  ]
  expect(usesIn(items, 'subject')).toEqual(['board grouped decides'])
  expect(usesOfObject(snapshotOf(...items), 'campus').filter(({ kind }) => kind === 'board')).toMatchObject([
    { id: 'elsewhere' },
  ])
})

it('counts what is reckoned over the records of an object among its uses', () => {
  const sums = objectsOf({
    sale: { name: {}, total: { type: 'rollup', settings: { over: 'line.sale', fn: 'count' } } },
    line: { sale: { type: 'relation', settings: { object: 'sale' } } },
    lineage: { name: {} },
  })
  const items = [...sums.values()].map(({ definition }): StoredItem => ({
    kind: 'object',
    id: definition.name,
    item: definition,
  }))
  expect(usesOfObject(snapshotOf(...items), 'line')).toMatchObject([{ kind: 'object', id: 'sale', how: 'decides' }])
  expect(usesOfObject(snapshotOf(...items), 'lineage')).toEqual([])
})

it('counts a link among whose objects it is among the uses of an object', () => {
  const linked = objectsOf({
    sale: { name: {} },
    remark: { about: { type: 'any-relation', settings: { objects: ['lead', 'sale'] } } },
  })
  const items = [...linked.values()].map(({ definition }): StoredItem => ({
    kind: 'object',
    id: definition.name,
    item: definition,
  }))
  expect(usesOfObject(snapshotOf(...items), 'sale')).toMatchObject([{ kind: 'object', id: 'remark', how: 'decides' }])
})
