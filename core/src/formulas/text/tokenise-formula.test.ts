import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formulaNames } from './formula-names.ts'
import { tokeniseFormula } from './tokenise-formula.ts'

const names = formulaNames({})
const tokens = (text: string) => tokeniseFormula(text, names).map(({ kind, text: said }) => [kind, said])

test('tokens lie in order within the text, do not overlap, and the last is its end', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '1', ' ', '"', '“', '”', '{', '}', '｛', '@', '%', '.', '😀', '，', '且') }),
      (text) => {
        let end = 0
        const all = tokeniseFormula(text, names)
        for (const { offset, length } of all) {
          expect(offset).toBeGreaterThanOrEqual(end)
          end = offset + length
        }
        expect(all.at(-1)).toMatchObject({ kind: 'end', offset: text.length })
        expect(end).toBe(text.length)
      },
    ),
  )
})

test('a doubled quote stands for itself, and curly ones do not end a straight one', () => {
  expect(tokens('"a""b"')[0]).toEqual(['text', 'a"b'])
  expect(tokens('"他说“好”"')[0]).toEqual(['text', '他说“好”'])
})

test('a brace after a backslash is part of the field’s name', () => {
  expect(tokens(String.raw`{a\}b}`)[0]).toEqual(['field', 'a}b'])
})

test('a text that does not end says so and takes the rest', () => {
  expect(tokeniseFormula('"abc', names)[0]).toMatchObject({ text: 'abc', isUnclosed: true, length: 4 })
})

test('a percent sign belongs to the number before it', () => {
  expect(tokens('12.5 %')[0]).toEqual(['percent', '12.5'])
})
