import { expect, test } from 'vitest'
import { queryKeys } from './query-keys.ts'

const startsWith = (key: readonly unknown[], start: readonly unknown[]): boolean => start.every((part, at) => key[at] === part)

test('whatever shows an object goes stale when the object does', () => {
  for (const key of [
    queryKeys.records('lead', {}),
    queryKeys.group('lead', {}),
    queryKeys.record('lead', '1'),
    queryKeys.timeline('lead', '1'),
    queryKeys.explain('lead', '1', 'due'),
  ]) {
    expect(startsWith(key, queryKeys.object('lead'))).toBe(true)
    expect(startsWith(key, queryKeys.object('order'))).toBe(false)
  }
})

test('what is worked out goes stale with anything', () => {
  for (const key of [queryKeys.today, queryKeys.boards, queryKeys.board('x', {}), queryKeys.sources, queryKeys.captures({})])
    expect(startsWith(key, queryKeys.derived)).toBe(true)
})

test('a board called “list” is not the list of boards', () => {
  expect(queryKeys.board('list', {})).not.toEqual(queryKeys.boardList)
})
