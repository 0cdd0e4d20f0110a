import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanText } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readText } from '@jieli/core/fields/read-text'
import { asHashed } from '@jieli/core/fields/unique-key'
import { z } from 'zod'

const longest = 2_000
const hasScheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i

/** Only the web: a `javascript:` address in a list is a trap, and passwords do not belong in records. */
function readUrl(text: string): string | null {
  const whole = hasScheme.test(text) ? text : `https://${text.replace(/^\/\//, '')}`
  if (/\s/u.test(whole) || !URL.canParse(whole)) return null
  const url = new URL(whole)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' && url.hostname.includes('.') ? url.href : null
}

/** A web address. `www.` alone is enough; it becomes https. */
export const url = defineFieldType({
  name: 'url',
  label: { 'zh-CN': '网址', en: 'Web address' },
  icon: 'link',
  settings: z.strictObject({}),
  valueType: 'text',
  column: () => 'text',
  parse: (input) =>
    readText(input, cleanText, (text) => {
      if (text.length > longest) return refuse('too-long', { max: longest })
      const href = readUrl(text)
      if (href === null) return refuse('not-a-url')
      return href.length > longest ? refuse('too-long', { max: longest }) : accept(href)
    }),
  format: (value) => (value === null ? '' : String(value)),
  search: 'trigram',
  uniqueKey: asHashed,
  samples: [
    {
      settings: {},
      values: ['https://www.example.com/', 'http://example.com:8080/a?b=%E4%B8%AD#c', 'https://xn--fiqs8s.com/'],
      bad: [
        'javascript:alert(1)',
        'data:text/html,x',
        'ftp://example.com',
        'https://user:pw@example.com',
        'not a url',
        'localhost',
        'https://',
        {},
        true,
        'https://a.com/\u0000',
      ],
    },
  ],
})
