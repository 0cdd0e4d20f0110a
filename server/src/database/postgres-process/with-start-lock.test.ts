import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { joinCluster } from './cluster-users.ts'
import { isTokenAlive, processToken } from './process-token.ts'
import { withStartLock } from './with-start-lock.ts'

let directory: string
beforeEach(async () => void (directory = await mkdtemp(join(tmpdir(), 'jieli-lock-'))))
afterEach(() => rm(directory, { recursive: true, force: true }))

/** A number no process has: above the largest that Linux hands out. */
const gone = '99999999-1'

describe('the start lock', () => {
  it('lets one in at a time', async () => {
    const lock = join(directory, 'lock')
    let inside = 0
    const most: number[] = []
    const work = async () => {
      most.push(++inside)
      await readdir(directory)
      inside--
    }
    await Promise.all([1, 2, 3].map(() => withStartLock(lock, work)))
    expect(most).toEqual([1, 1, 1])
  })

  it.each([gone, ''])('does not wait for a process that is gone (%j)', async (holder) => {
    await writeFile(join(directory, 'lock'), holder)
    expect(await withStartLock(join(directory, 'lock'), async () => 'done')).toBe('done')
  })

  it('is free again after work that failed', async () => {
    const lock = join(directory, 'lock')
    await expect(withStartLock(lock, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk')
    expect(await withStartLock(lock, async () => 'done')).toBe('done')
  })
})

describe('the users of a cluster', () => {
  it('are counted until the last one leaves, those that were killed not among them', async () => {
    await writeFile(join(directory, `${gone}.1`), '')
    const [first, second] = [joinCluster(directory), joinCluster(directory)]
    expect(first.leave()).toBe(false)
    expect(second.leave()).toBe(true)
    expect(second.leave()).toBe(false)
    expect(await readdir(directory)).toEqual([])
  })
})

describe('a process token', () => {
  it('holds for our own process and not for another with the same number', () => {
    expect(isTokenAlive(processToken(process.pid))).toBe(true)
    expect(isTokenAlive(`${process.pid}-another-start`)).toBe(false)
    expect(isTokenAlive('not a token')).toBe(false)
  })
})
