import { expect, test } from 'vitest'
import { curlRead, curlUpsert, typedClient } from './guide-examples.ts'

const origin = 'https://crm.example.com'
const bodyOf = (command: string): unknown => JSON.parse(/-d '([^']*)'/.exec(command)?.[1] ?? '')

test('what is to be copied is JSON as it stands', () => {
  expect(bodyOf(curlRead(origin))).toEqual({ select: ['name', 'phone', 'stage'], limit: 20 })
  expect(bodyOf(curlUpsert(origin))).toMatchObject({ operations: [{ action: 'upsert', by: 'phone' }] })
})

test('every example goes to the workspace it is shown in, and holds no key', () => {
  for (const example of [curlRead(origin), curlUpsert(origin), typedClient(origin)]) {
    expect(example).toContain(origin)
    expect(example).toContain('JIELI_KEY')
  }
})
