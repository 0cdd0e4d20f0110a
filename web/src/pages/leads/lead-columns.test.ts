import { expect, test } from 'vitest'
import { fieldMeta, objectMeta } from '../../data/meta.fixture.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { columnsOf } from './lead-columns.ts'

const object = (...names: string[]): ObjectMeta =>
  objectMeta(
    'lead',
    names.map((name) => fieldMeta(name)),
  )
const chosen = ['name', 'nextAction', 'stage', 'nextAt']

test('the next step stands last and carries its due time', () => {
  expect(columnsOf(object('name', 'stage', 'nextAction', 'nextAt'), chosen).map(({ name }) => name)).toEqual([
    'name',
    'stage',
    'nextAction',
  ])
})

test('a column the reader may not know is simply not there', () => {
  expect(columnsOf(object('name', 'nextAction'), chosen).map(({ name }) => name)).toEqual(['name', 'nextAction'])
})

test('a field an admin has just added shows at once', () => {
  expect(columnsOf(object('name', 'stage', 'nextAction', 'nextAt', 'hobby'), chosen).map(({ name }) => name)).toEqual([
    'name',
    'stage',
    'hobby',
    'nextAction',
  ])
})

test('columns somebody chose for themselves stay as chosen', () => {
  expect(columnsOf(object('name', 'stage', 'nextAction', 'nextAt', 'hobby'), chosen, true).map(({ name }) => name)).toEqual([
    'name',
    'nextAction',
    'stage',
  ])
})
