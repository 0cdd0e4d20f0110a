import { expect, it } from 'vitest'
import { ancestorsOf } from './ancestors-of.ts'

it('names every department above a person, and the person’s own, whole codes only', () => {
  expect(ancestorsOf('/1/14/4/')).toEqual(['/1/', '/1/14/', '/1/14/4/'])
  expect(ancestorsOf('/')).toEqual([])
  expect(ancestorsOf(null)).toEqual([])
})
