import fc from 'fast-check'
import { expect, test } from 'vitest'
import { below, findPlaces, treeSchema, wayTo, type Branch } from './tree.ts'

const named = (id: string, name: string, parent?: string): Branch => ({
  id,
  label: { 'zh-CN': name },
  ...(parent ? { parent } : {}),
})
const tree = [
  named('hardware', '硬件'),
  named('camera', '摄像头', 'hardware'),
  named('dome', '球机', 'camera'),
  named('h-other', '其他', 'hardware'),
  named('service', '服务'),
  named('s-other', '其他', 'service'),
]

test('the way to every option, written out, leads back to it alone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...tree), fc.constantFrom('/', ' / ', ' > ', '→'), ({ id }, arrow) => {
      const way = wayTo(tree, id) ?? []
      expect(way.at(-1)?.id).toBe(id)
      expect(findPlaces(tree, way.map(({ label }) => label['zh-CN']).join(arrow))).toEqual([way])
    }),
  )
})

test('a name that cousins share means both, an id only one', () => {
  expect(findPlaces(tree, '其他').map((way) => way.at(-1)?.id)).toEqual(['h-other', 's-other'])
  expect(findPlaces(tree, 's-other')).toHaveLength(1)
  expect(findPlaces(tree, '硬件 / 球机')).toEqual([])
})

test('a circle has no way up, and no tree may be kept that has one', () => {
  const circle = [named('a', '甲', 'b'), named('b', '乙', 'a')]
  expect(wayTo(circle, 'a')).toBeUndefined()
  expect(treeSchema.safeParse(circle).success).toBe(false)
})

test('orphans, a seventh level and twins side by side are refused', () => {
  expect(treeSchema.safeParse([named('a', '甲', 'gone')]).success).toBe(false)
  expect(treeSchema.safeParse([named('a', '甲'), named('b', '甲')]).success).toBe(false)
  const levels = Array.from({ length: 7 }, (_, at) => named(`l${at}`, `第${at}层`, at > 0 ? `l${at - 1}` : undefined))
  expect(treeSchema.safeParse(levels).success).toBe(false)
  expect(treeSchema.safeParse(levels.slice(0, 6)).success).toBe(true)
})

test('below nothing are the roots', () => {
  expect(below(tree, undefined).map(({ id }) => id)).toEqual(['hardware', 'service'])
})
