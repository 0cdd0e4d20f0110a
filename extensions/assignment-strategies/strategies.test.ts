import { describe, expect, it } from 'vitest'
import { bestPerformer } from './best-performer/strategy.ts'
import { candidate } from './candidates.fixture.ts'
import { fixedPerson } from './fixed-person/strategy.ts'
import { leastLoad } from './least-load/strategy.ts'
import { previousOwner } from './previous-owner/strategy.ts'

const best = (
  people: ReturnType<typeof candidate>[],
  rank: (eligible: ReturnType<typeof candidate>[]) => { userId: string; score: number }[],
): string[] =>
  rank(people)
    .toSorted((a, b) => a.score - b.score)
    .map(({ userId }) => userId)

describe('best performer', () => {
  const settings = bestPerformer.settings.parse({})
  const li = candidate('li', { figures: { ordersClosed: 3 } })

  it('asks for orders closed in the lead’s own subject in seven days unless told otherwise', () => {
    expect(bestPerformer.measures?.(settings)).toMatchObject([
      { name: 'ordersClosed', object: 'order', fn: 'count', by: 'owner' },
    ])
    expect(JSON.stringify(bestPerformer.measures?.(settings))).toContain('record.subject')
    expect(bestPerformer.sentence(settings, 'zh-CN')).toBe('按近 7 天同科目成交从高到低')
  })

  it('puts the highest figure first; a figure nobody has counts as none', () => {
    expect(
      best([candidate('new'), li, candidate('wang', { figures: { ordersClosed: 2 } })], (eligible) =>
        bestPerformer.rank({ eligible, settings, record: {}, previousOwnerId: null }),
      ),
    ).toEqual(['li', 'wang', 'new'])
    expect(bestPerformer.figures?.(li, settings)).toEqual([
      { label: { 'zh-CN': '近 7 天同科目成交', en: 'Closed in subject, 7 days' }, value: 3 },
    ])
  })

  it('refuses a sum that does not say of what', () => {
    const measure = { name: 'sales', label: { 'zh-CN': '成交额' }, object: 'order', fn: 'sum', where: { value: true } }
    expect(bestPerformer.settings.safeParse({ measure }).error?.issues[0]?.path).toEqual(['measure', 'of'])
    expect(bestPerformer.measures?.(bestPerformer.settings.parse({ measure: { ...measure, of: 'amount' } }))).toMatchObject([
      { of: 'amount', by: 'owner' },
    ])
  })
})

describe('least load', () => {
  it('goes by open records in hand, or by what was got today', () => {
    const people = [candidate('a', { holding: 5, today: 0 }), candidate('b', { holding: 1, today: 4 })]
    const order = (by: string): string[] =>
      best(people, (eligible) =>
        leastLoad.rank({ eligible, settings: leastLoad.settings.parse({ by }), record: {}, previousOwnerId: null }),
      )
    expect(order('holding')).toEqual(['b', 'a'])
    expect(order('today')).toEqual(['a', 'b'])
  })
})

describe('one person', () => {
  const eligible = [candidate('a'), candidate('b')]

  it('previous owner: that one or nobody', () => {
    const rank = (previousOwnerId: string | null): string[] =>
      best(eligible, (all) => previousOwner.rank({ eligible: all, settings: {}, record: {}, previousOwnerId }))
    expect(rank('b')).toEqual(['b'])
    expect(rank('gone')).toEqual([])
    expect(rank(null)).toEqual([])
  })

  it('fixed person: says that the person is missing from the settings', () => {
    expect(fixedPerson.settings.safeParse({}).error?.issues[0]?.path).toEqual(['userId'])
    expect(
      best(eligible, (all) =>
        fixedPerson.rank({ eligible: all, settings: { userId: 'b' }, record: {}, previousOwnerId: null }),
      ),
    ).toEqual(['b'])
    expect(
      best(eligible, (all) =>
        fixedPerson.rank({ eligible: all, settings: { userId: 'left' }, record: {}, previousOwnerId: null }),
      ),
    ).toEqual([])
  })
})
