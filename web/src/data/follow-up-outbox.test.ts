import { expect, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { putAside, sendWaiting, waitingFollowUps, type Shelf, type WaitingFollowUp } from './follow-up-outbox.ts'

const makeShelf = (): Shelf => {
  const kept = new Map<string, string>()
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }
}
const entry = (key: string): WaitingFollowUp => ({
  input: { key, leadId: 'l1', outcomeId: 'trial' },
  leadName: '张女士',
  savedAt: '2026-11-21T02:00:00Z',
})

test('what was put aside is sent in order and then gone', async () => {
  const shelf = makeShelf()
  for (const key of ['a', 'b', 'c']) putAside(shelf, entry(key))
  const keys: string[] = []
  const result = await sendWaiting(shelf, async (input) => keys.push(input.key))
  expect(keys).toEqual(['a', 'b', 'c'])
  expect(result).toEqual({ sent: 3, refused: [] })
  expect(waitingFollowUps(shelf)).toEqual([])
})

test('without a network everything stays, under the same keys', async () => {
  const shelf = makeShelf()
  for (const key of ['a', 'b']) putAside(shelf, entry(key))
  const result = await sendWaiting(shelf, () => Promise.reject(new ApiError('offline', '连不上服务器')))
  expect(result.sent).toBe(0)
  expect(waitingFollowUps(shelf).map((one) => one.input.key)).toEqual(['a', 'b'])
})

test('one that is refused for good does not hold up the rest, and is reported', async () => {
  const shelf = makeShelf()
  for (const key of ['a', 'b']) putAside(shelf, entry(key))
  const result = await sendWaiting(shelf, (input) =>
    input.key === 'a' ? Promise.reject(new ApiError('not-found', '没有')) : Promise.resolve(),
  )
  expect(result.sent).toBe(1)
  expect(result.refused.map(({ entry: kept }) => kept.input.key)).toEqual(['a'])
  expect(waitingFollowUps(shelf)).toEqual([])
})

test('a signed-out session keeps what was written', async () => {
  const shelf = makeShelf()
  putAside(shelf, entry('a'))
  await sendWaiting(shelf, () => Promise.reject(new ApiError('not-signed-in', '请先登录', { status: 401 })))
  expect(waitingFollowUps(shelf)).toHaveLength(1)
})

test('putting the same one aside twice keeps one', () => {
  const shelf = makeShelf()
  putAside(shelf, entry('a'))
  putAside(shelf, entry('a'))
  expect(waitingFollowUps(shelf)).toHaveLength(1)
})

test('a damaged shelf counts as empty', () => {
  const shelf = makeShelf()
  shelf.setItem('jieli.waiting-follow-ups', '{broken')
  expect(waitingFollowUps(shelf)).toEqual([])
})
