import { expect, it } from 'vitest'
import { readTrail } from './trail.ts'

const times = { openedAt: Date.parse('2026-11-21T00:00:00Z'), sentAt: Date.parse('2026-11-21T00:00:42Z') }

it('takes the browser’s account, the times from the server', () => {
  expect(readTrail('{"order":["name","phone"],"returns":2,"fillMs":1}', times)).toEqual({
    openedAt: '2026-11-21T00:00:00.000Z',
    sentAt: '2026-11-21T00:00:42.000Z',
    fillMs: 42_000,
    order: ['name', 'phone'],
    returns: 2,
  })
})

const bad = [
  null,
  '',
  'null',
  '{',
  '{"order":["<script>"],"returns":0}',
  '{"order":[],"returns":-1}',
  `{"order":["${'a'.repeat(3_000)}"]}`,
]
it.each(bad)('does without an account that is not well formed: %s', (posted) => {
  expect(readTrail(posted, times)).toMatchObject({ fillMs: 42_000, order: [], returns: 0 })
})
