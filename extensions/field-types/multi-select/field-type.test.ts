import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { multiSelect } from './field-type.ts'

const options = ['语文', '数学', '英语', '物理'].map((name, at) => ({ id: `o${at}`, label: { 'zh-CN': name } }))
const read = reader(multiSelect, { options })

test('one choice has one way to be stored, in whichever order and however often it is named', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...options), { minLength: 1, maxLength: 8 }), (chosen) => {
      const stored = options.filter((option) => chosen.includes(option)).map(({ id }) => id)
      expect(read(chosen.map(({ id }) => id))).toEqual(stored)
      expect(read(chosen.map(({ label }) => label['zh-CN']).join('、'))).toEqual(stored)
    }),
  )
})

test('one unknown name refuses the whole: nothing is dropped in silence', () => {
  expect(read('数学、体育')).toBe('unknown-option')
})
