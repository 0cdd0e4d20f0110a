import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanLine } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { itemsOf, listSeparators, readItems } from '@jieli/core/fields/read-list'
import { readText } from '@jieli/core/fields/read-text'
import { z } from 'zod'

const settings = z.strictObject({
  /** How many a record may have. */
  max: z.number().int().min(1).max(200).default(50),
})

const longestTag = 30

/** A tag may not hold what separates tags; in a list given as a list such an item is cut as well. */
const wordsIn = (item: unknown): unknown[] =>
  typeof item === 'string' ? item.split(listSeparators).flatMap((part) => part.split(/\s(?=#)/u)) : [item]

/** As people write them elsewhere: `#高意向`. */
const cleanTag = (text: string): string => cleanLine(text).replace(/^[#\s]+/u, '')

/** `VIP` and `vip` are one tag: the first spelling stays. */
function withoutRepeats(tags: readonly unknown[]): string[] {
  const byFold = new Map<string, string>()
  for (const tag of tags) if (!byFold.has(String(tag).toLowerCase())) byFold.set(String(tag).toLowerCase(), String(tag))
  return [...byFold.values()]
}

/** Free words that people make up as they go. */
export const tags = defineFieldType({
  name: 'tags',
  label: { 'zh-CN': '标签', en: 'Tags' },
  icon: 'tags',
  settings,
  valueType: 'list',
  column: () => 'text[]',
  parse: (input, { max }) => {
    const items = itemsOf(input)
    if (items === null) return refuse('not-a-list')
    const parsed = readItems(items.flatMap(wordsIn), max, (item) =>
      readText(item, cleanTag, (word) =>
        [...word].length <= longestTag ? accept(word) : refuse('too-long', { max: longestTag }),
      ),
    )
    return parsed.ok && Array.isArray(parsed.value) ? accept(withoutRepeats(parsed.value)) : parsed
  },
  format: (value, _settings, locale) => (Array.isArray(value) ? value.join(locale === 'en' ? ', ' : '、') : ''),
  index: 'gin',
  samples: [
    {
      settings: { max: 50 },
      values: [['高意向'], ['VIP', '老带新', '初三']],
      bad: [{}, true, [{}], 'a\u0000', '长'.repeat(31)],
    },
    { settings: { max: 2 }, values: [['a', 'b']], bad: ['a,b,c'] },
  ],
})
