import { expect, test } from 'vitest'
import { fieldMeta, objectMeta } from '../../data/meta.fixture.ts'
import { objectColumns } from './object-columns.ts'

const object = objectMeta(
  'order',
  [
    fieldMeta('id', { system: true }),
    fieldMeta('amount'),
    fieldMeta('photo', { type: 'attachment' }),
    fieldMeta('subject'),
    fieldMeta('owner', { system: true }),
    fieldMeta('createdAt', { system: true }),
  ],
  { titleField: 'subject' },
)

test('the title comes first, who and when last, pictures stay on the page', () => {
  expect(objectColumns(object, undefined).map(({ name }) => name)).toEqual(['subject', 'amount', 'owner', 'createdAt'])
})

test('columns that were chosen stay in their order; those one may not know are not there', () => {
  expect(objectColumns(object, ['createdAt', 'secret', 'amount']).map(({ name }) => name)).toEqual(['createdAt', 'amount'])
})
