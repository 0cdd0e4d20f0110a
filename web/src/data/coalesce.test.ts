import { expect, test } from 'vitest'
import { coalesce } from './coalesce.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('the first change is asked for at once, those that come meanwhile once, together, after it', async () => {
  const runs: string[][] = []
  const finish: (() => void)[] = []
  const tell = coalesce((names) => {
    runs.push(names)
    return new Promise<void>((resolve) => finish.push(resolve))
  })
  tell(['lead'])
  expect(runs).toEqual([['lead']])
  tell(['lead'])
  tell(['task', 'lead'])
  expect(runs).toHaveLength(1)
  finish[0]?.()
  await settled()
  expect(runs).toEqual([['lead'], ['lead', 'task']])
  finish[1]?.()
  await settled()
  tell(['order'])
  expect(runs.at(-1)).toEqual(['order'])
})

test('a run that fails does not end the following', async () => {
  const runs: string[][] = []
  const tell = coalesce((names) => {
    runs.push(names)
    return Promise.reject(new Error('offline'))
  })
  tell(['lead'])
  tell(['task'])
  await settled()
  expect(runs).toEqual([['lead'], ['task']])
})
