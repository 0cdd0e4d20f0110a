import { expect, test } from 'vitest'
import fc from 'fast-check'
import { optionsSchema } from '@jieli/core/fields/option'
import { archivedOption, hasTwins, optionsFromLines, swappedOptions, withNewOption } from './option-lines.ts'

const line = fc.oneof(
  fc.constantFrom('抖音', ' 抖音 ', '小红书', 'APP 推广', 'ＡＰＰ推广', '', '  '),
  fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !/[\r\n]/.test(text) && /[\p{L}\p{N}]/u.test(text)),
)

test('whatever is typed gives options that the field type accepts', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const options = optionsFromLines(lines.join('\n'))
      expect(hasTwins(options)).toBe(false)
      expect(new Set(options.map(({ id }) => id)).size).toBe(options.length)
    }),
  )
})

test('an option keeps its id when the list is typed again', () => {
  const before = optionsFromLines('甲\n乙\n丙')
  const after = optionsFromLines('丙\n甲\n丁', before)
  expect(after.map(({ label }) => label['zh-CN'])).toEqual(['丙', '甲', '丁'])
  expect(after[0]?.id).toBe(before[2]?.id)
  expect(before.map(({ id }) => id)).not.toContain(after[2]?.id)
  expect(optionsSchema.safeParse(after).success).toBe(true)
})

test('full width and case do not make two options', () => {
  expect(optionsFromLines('APP 推广\nＡＰＰ推广\napp推广')).toHaveLength(1)
})

test('an option that is there is not added again', () => {
  const options = optionsFromLines('甲\n乙')
  expect(withNewOption(options, ' 甲 ')).toEqual(options)
  expect(withNewOption(options, '丙')).toHaveLength(3)
  expect(withNewOption(options, '  ')).toEqual(options)
})

test('an option is taken to another place and the others keep their order', () => {
  const options = optionsFromLines('甲\n乙\n丙')
  const names = (list: typeof options): string[] => list.map(({ label }) => label['zh-CN'])
  expect(names(swappedOptions(options, 0, 2))).toEqual(['乙', '丙', '甲'])
  expect(names(swappedOptions(options, 2, 1))).toEqual(['甲', '丙', '乙'])
  expect(names(swappedOptions(options, 7, 0))).toEqual(['甲', '乙', '丙'])
})

test('an option that is offered again is stored as if it had never been away', () => {
  const [option] = optionsFromLines('甲')
  if (!option) throw new Error('no option')
  expect(archivedOption(option, true).archived).toBe(true)
  expect(archivedOption(archivedOption(option, true), false)).toEqual(option)
})
