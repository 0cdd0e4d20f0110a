import { expect, test } from 'vitest'
import { shelves } from '../kit/field-type-for-web.ts'
import { fieldTypesForWeb, webFaceOf } from './web.ts'

const faces = Object.entries(fieldTypesForWeb).map(([type]) => ({ type, ...webFaceOf(type) }))

test('a type that people may add stands on a known shelf with a sign of its own', () => {
  const offered = faces.filter(({ shelf }) => shelf !== undefined)
  expect(offered.filter(({ icon }) => icon === undefined).map(({ type }) => type)).toEqual([])
  expect(new Set(offered.map(({ shelf }) => shelf))).toEqual(new Set(shelves))
})

test.each(['department-path', 'id', 'json', 'shift'])('%s is kept by the platform alone and not offered', (type) => {
  expect(webFaceOf(type).shelf).toBeUndefined()
})

test('a type this build does not know is shown as text', () => {
  expect(webFaceOf('no-such-type')).toBe(fieldTypesForWeb.text)
})
