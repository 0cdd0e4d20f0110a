import { describe, expect, test } from 'vitest'
import { judgeSilence, slotOf, usualWeek } from './judge-silence.ts'

const timeZone = 'Asia/Shanghai'
/** Four an hour from nine to nine, nothing at night. */
const daytime = new Map(Array.from({ length: 7 * 24 }, (_, slot) => [slot, slot % 24 >= 9 && slot % 24 < 21 ? 4 : 0]))
const judge = (lastAt: string | null, now: string) => judgeSilence({ label: '抖音', lastAt, usual: daytime, now, timeZone })

describe('judgeSilence', () => {
  test('says how long and what is usual', () => {
    expect(judge('2026-11-20T02:00:00Z', '2026-11-20T08:00:00Z')).toEqual({
      status: 'silent',
      usualPerHour: 4,
      sentence: {
        'zh-CN': '抖音 6 小时无线索，平时每小时 4 条',
        en: '抖音: no lead for 6 h, usually 4 an hour',
      },
    })
  })

  test('is not alarmed by nights that are always silent', () => {
    expect(judge('2026-11-20T12:55:00Z', '2026-11-21T00:59:00Z').status).toBe('fresh')
  })

  test('goes from fresh over quiet to silent as more and more are missing', () => {
    const states = [0.5, 1, 1.5, 2].map(
      (hours) =>
        judge('2026-11-20T02:00:00Z', new Date(Date.parse('2026-11-20T02:00:00Z') + hours * 3_600_000).toISOString()).status,
    )
    expect(states).toEqual(['fresh', 'quiet', 'quiet', 'silent'])
  })

  test('knows the weekday and the hour of the zone', () => {
    const sundays = new Map([[slotOf(6, 10), 30]])
    // Ten in the morning of a Sunday in Shanghai.
    expect(
      judgeSilence({ label: '美团', lastAt: '2026-11-22T02:00:00Z', usual: sundays, now: '2026-11-22T02:40:00Z', timeZone }),
    ).toMatchObject({ status: 'silent', sentence: { 'zh-CN': '美团 40 分钟无线索，平时每小时 30 条' } })
    expect(
      judgeSilence({ label: '美团', lastAt: '2026-11-23T02:00:00Z', usual: sundays, now: '2026-11-23T02:40:00Z', timeZone })
        .status,
    ).toBe('fresh')
  })

  test('counts each hour of the week as often as it passed', () => {
    const usual = usualWeek(
      new Map([
        [slotOf(5, 10), 8],
        [slotOf(6, 10), 8],
      ]),
      { from: '2026-11-15T01:00:00Z', to: '2026-11-22T03:00:00Z', timeZone },
    )
    // From Sunday to the next Sunday: Saturday morning passed once, Sunday morning twice.
    expect(usual).toEqual(
      new Map([
        [slotOf(5, 10), 8],
        [slotOf(6, 10), 4],
      ]),
    )
  })

  test('has words for sources that never sent and for those long gone', () => {
    expect(judge(null, '2026-11-20T08:00:00Z')).toMatchObject({
      status: 'quiet',
      sentence: { 'zh-CN': '抖音还没有收到过线索' },
    })
    expect(judge('2026-10-20T08:00:00Z', '2026-11-20T08:00:00Z')).toMatchObject({
      status: 'silent',
      sentence: { 'zh-CN': '抖音 31 天无线索', en: '抖音: no lead for 31 days' },
    })
  })
})
