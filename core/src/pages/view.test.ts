import { expect, it } from 'vitest'
import { viewKinds, viewReferences, viewSchema } from './view.ts'

const view = { id: 'v', object: 'lead', label: { 'zh-CN': '我的' } }

it('is a list for everyone until it says otherwise', () => {
  expect(viewSchema.parse(view)).toMatchObject({
    kind: 'list',
    ownerId: null,
    columns: [],
    sort: [],
    colours: [],
    summaries: [],
  })
  for (const kind of viewKinds) expect(viewSchema.parse({ ...view, kind }).kind).toBe(kind)
})

it('names every field it shows, asks, sorts, groups, dates, colours or sums up by', () => {
  const named = viewReferences(
    viewSchema.parse({
      ...view,
      columns: ['a'],
      where: { field: 'b' },
      sort: [{ field: 'c', direction: 'asc' }],
      groupBy: 'd',
      startField: 'e',
      endField: 'f',
      coverField: 'g',
      colours: [{ where: { field: 'h' }, tone: 'err' }],
      summaries: [{ field: 'i', fn: 'sum' }],
    }),
  )
  expect(named.filter(({ to }) => to === 'field').map(({ name }) => name)).toEqual([...'abcdefghi'])
  expect(named[0]).toEqual({ path: ['object'], to: 'object', name: 'lead' })
})
