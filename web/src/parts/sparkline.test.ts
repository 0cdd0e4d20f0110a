import { expect, test } from 'vitest'
import { sparklinePath } from './sparkline.tsx'

test('a trend runs from edge to edge, low values low', () => {
  const { path, last } = sparklinePath([1, 2, 3], { min: 1, max: 3 })
  expect(path).toBe('M3.0 33.0L48.0 18.0L93.0 3.0')
  expect(last).toEqual({ x: 93, y: 3 })
})

test('a day without a value breaks the line instead of falling to nothing', () => {
  expect(sparklinePath([1, null, 1], { min: 0, max: 1 }).path).toBe('M3.0 3.0M93.0 3.0')
})

test('one value alone and a flat trend are drawn in the middle', () => {
  expect(sparklinePath([5], { min: 5, max: 5 })).toEqual({ path: 'M93.0 18.0', last: { x: 93, y: 18 } })
  expect(sparklinePath([], { min: 0, max: 1 }).last).toBeNull()
})
