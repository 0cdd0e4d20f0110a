import { expect, it } from 'vitest'
import { ExportTurns } from './export-turns.ts'

const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

it('lets three begin, and the others in the order they asked as turns end', async () => {
  const turns = new ExportTurns()
  const begun: number[] = []
  const ends: (() => void)[] = []
  for (let index = 0; index < 6; index++)
    void turns.take().then((release) => {
      begun.push(index)
      ends[index] = release
    })
  await settled()
  expect(begun).toEqual([0, 1, 2])
  ends[1]?.()
  ends[1]?.()
  await settled()
  expect(begun).toEqual([0, 1, 2, 3])
  ends[0]?.()
  ends[3]?.()
  await settled()
  expect(begun).toEqual([0, 1, 2, 3, 4, 5])
})

it('gives on the turn of who went away, waiting or begun', async () => {
  const turns = new ExportTurns()
  const [first, waiting] = [new AbortController(), new AbortController()]
  await Promise.all([turns.take(first.signal), turns.take(), turns.take()])
  const left = turns.take(waiting.signal)
  const last = turns.take()
  waiting.abort()
  await expect(left).rejects.toMatchObject({ code: 'too-many-requests' })
  first.abort()
  await expect(last).resolves.toBeTypeOf('function')
})

it('refuses when twenty wait already', async () => {
  const turns = new ExportTurns()
  for (let index = 0; index < 23; index++) void turns.take()
  await expect(turns.take()).rejects.toMatchObject({ code: 'too-many-requests' })
})
