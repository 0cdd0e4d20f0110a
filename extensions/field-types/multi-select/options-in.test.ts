import fc from 'fast-check'
import { expect, test } from 'vitest'
import { optionsIn } from './options-in.ts'

const options = ['数学', '物理、化学', '物理', 'R&D, design, test', '其他'].map((name, at) => ({
  id: `o${at}`,
  label: { 'zh-CN': name },
}))

test('names that hold a separator themselves survive being joined by it', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(options, { minLength: 1 }), fc.constantFrom('；', '\n', '|'), (chosen, separator) => {
      const names = chosen.map(({ label }) => label['zh-CN'])
      expect(optionsIn(names.join(separator), options)).toEqual(names)
    }),
  )
})

test('the longest name that fits counts: physics and chemistry is one subject, not two', () => {
  expect(optionsIn('数学、物理、化学', options)).toEqual(['数学', '物理、化学'])
  expect(optionsIn('物理、数学', options)).toEqual(['物理', '数学'])
})

test('a text larger than any list of options is no list, and is not searched through', () => {
  expect(optionsIn('数学、'.repeat(20_000), options)).toBeNull()
})
