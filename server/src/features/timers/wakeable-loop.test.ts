import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startLoop, type WakeableLoop } from './wakeable-loop.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const errors: unknown[] = []
const loopOver = (turn: () => Promise<number>): WakeableLoop =>
  startLoop({ turn, gatherMs: 100, onError: (error) => void errors.push(error) })

describe('a loop', () => {
  it('begins at once and sleeps as long as its turn said', async () => {
    const turn = vi.fn(() => Promise.resolve(5_000))
    const loop = loopOver(turn)
    await vi.advanceTimersByTimeAsync(0)
    expect(turn).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(4_999)
    expect(turn).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(turn).toHaveBeenCalledTimes(2)
    await loop.stop()
  })

  it('never sleeps longer than a minute, whatever it was told', async () => {
    const turn = vi.fn(() => Promise.resolve(40 * 86_400_000))
    const loop = loopOver(turn)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(turn).toHaveBeenCalledTimes(2)
    await loop.stop()
  })

  it('makes one early turn of many calls to wake, and no later one', async () => {
    const turn = vi.fn(() => Promise.resolve(30_000))
    const loop = loopOver(turn)
    await vi.advanceTimersByTimeAsync(1_000)
    for (let calls = 0; calls < 9; calls++) {
      loop.wake()
      await vi.advanceTimersByTimeAsync(20)
    }
    expect(turn).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(turn.mock.calls.length).toBeLessThanOrEqual(3)
    await loop.stop()
  })

  it('remembers being woken during a turn, and never runs two at once', async () => {
    let running = 0
    let most = 0
    const turn = vi.fn(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 500))
      running--
      return 30_000
    })
    const loop = loopOver(turn)
    await vi.advanceTimersByTimeAsync(10)
    loop.wake()
    loop.wake()
    await vi.advanceTimersByTimeAsync(700)
    expect(turn).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(5_000)
    expect({ turns: turn.mock.calls.length, most }).toEqual({ turns: 2, most: 1 })
    await loop.stop()
  })

  it('says what went wrong and goes on', async () => {
    const turn = vi.fn(() => Promise.reject(new Error('the database is away')))
    const loop = loopOver(turn)
    await vi.advanceTimersByTimeAsync(5_100)
    expect(turn).toHaveBeenCalledTimes(2)
    expect(errors.at(-1)).toMatchObject({ message: 'the database is away' })
    await loop.stop()
  })

  it('waits for the running turn when it is stopped, and begins no other', async () => {
    let isDone = false
    const turn = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      isDone = true
      return 0
    })
    const loop = loopOver(turn)
    await vi.advanceTimersByTimeAsync(10)
    const stopped = loop.stop().then(() => isDone)
    loop.wake()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await stopped).toBe(true)
    expect(turn).toHaveBeenCalledTimes(1)
  })
})
