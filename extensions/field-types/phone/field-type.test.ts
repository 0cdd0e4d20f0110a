import { existsSync, readFileSync } from 'node:fs'
import { identitiesOf } from '@jieli/core/identity/identities-of'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { phone } from './field-type.ts'

const settings = phone.settings.parse({})
const read = (input: unknown) => {
  const parsed = phone.parse(input, settings)
  return parsed.ok ? parsed.value : parsed.code
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

/** The ways in which one mobile number reaches us. */
const spellings: ((digits: string) => string)[] = [
  (d) => d,
  (d) => `+86 ${d.slice(0, 3)}-${d.slice(3, 7)}-${d.slice(7)}`,
  (d) => fullWidth(d),
  (d) => `0086${d}`,
  (d) => `86 ${d.slice(0, 3)} ${d.slice(3, 7)} ${d.slice(7)}`,
  (d) => `（+86）${d.slice(0, 3)}.${d.slice(3, 7)}.${d.slice(7)}`,
  (d) => `手机：${d}\u200B`,
  (d) => `\u202A+86${d}\u202C`,
  (d) => `${d}.0`,
  (d) => `tel:+86-${d}`,
]
const mobile = fc
  .tuple(
    fc.constantFrom('13', '15', '18', '198', '166'),
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 9, maxLength: 9 }),
  )
  .map(([prefix, rest]) => `${prefix}${rest}`.slice(0, 11))

test('however one mobile number is written, it is one identity', () => {
  const lead = {
    fields: [
      {
        id: 'f_1',
        name: 'phone',
        label: { 'zh-CN': '手机' },
        type: 'phone',
        settings: {},
        required: true,
        sensitive: true,
        readOnly: false,
        identifies: true,
        searchable: true,
      },
    ],
  }
  fc.assert(
    fc.property(mobile, (digits) => {
      const keys = spellings.map((spell) => {
        const parsed = phone.parse(spell(digits), settings)
        return parsed.ok ? identitiesOf({ phone: parsed.value }, lead, { phone })[0]?.value : parsed.code
      })
      expect(new Set(keys)).toEqual(new Set([`+86${digits}`]))
    }),
  )
})

test.each([
  ['021-62345678', '+862162345678', '021 6234 5678'],
  ['（021）6234 5678', '+862162345678', '021 6234 5678'],
  ['0571-88880000-801', '+8657188880000;ext=801', '0571 8888 0000 转 801'],
  ['021 62345678 转 12', '+862162345678;ext=12', '021 6234 5678 转 12'],
  ['400-820-8820', '+864008208820', '400 820 8820'],
  ['+852 5123 4567', '+85251234567', '+852 5123 4567'],
  ['+1 (415) 555-2671', '+14155552671', '+1 415 555 2671'],
])('%s is kept as %s and shown as %s', (written, kept, shown) => {
  expect(read(written)).toBe(kept)
  expect(phone.format(kept, settings, 'zh-CN')).toBe(shown)
})

test('two numbers in one cell are told from a mistyped one', () => {
  expect(read('13912345670 / 13712345670')).toBe('several-phones')
  expect(read('13912345670 / 137')).toBe('not-a-phone')
})

test('a masked number keeps three digits and four', () => {
  expect(phone.mask?.('+8613800138000')).toBe('138****8000')
  expect(phone.mask?.('+862162345678;ext=801')).toBe('216****5678')
  expect(phone.mask?.('+14155552671')).toBe('+141****2671')
})

test.each(['13800138000', '13900139000', '18888888888', '13812345678', '13000000000'])(
  '%s is kept but flagged as made up',
  (digits) => {
    expect(phone.isSuspicious?.(read(digits))).toBe(true)
  },
)

test.each(['13761620953', '15021884037', '02162340917'])('%s is nothing to be suspicious of', (digits) => {
  expect(phone.isSuspicious?.(read(digits))).toBe(false)
})

/** Cases of another project, when the checkout stands beside them. */
const published = new URL('../../../../shared/data/cn_phone/validatorjs_zh_cases.json', import.meta.url)
const caseSchema = z.object({
  'zh-CN': z.array(z.object({ kind: z.string(), valid: z.array(z.string()), invalid: z.array(z.string()) })),
})

if (existsSync(published)) {
  const cases = caseSchema.parse(JSON.parse(readFileSync(published, 'utf8')))['zh-CN'].find(({ kind }) => kind === 'phone')
  /** 92… and 98… are not assigned to anybody; that list takes them all the same. */
  const isReserved = (text: string): boolean => /9[28]\d{9}$/.test(text)
  /** Landlines, hyphens and the trunk prefix 0, which that list leaves out on purpose. */
  const alsoNumbers = ['013838389438', '+86-13838389438', '0086-13811211114', '0086-138-1121-1114', '010-38238383']

  describe('the published Chinese cases', () => {
    test.each(cases?.valid ?? [])('%s', (text) => {
      expect(read(text)).toBe(isReserved(text) ? 'not-a-phone' : `+86${text.slice(-11)}`)
    })
    test.each(cases?.invalid.filter((text) => text !== '') ?? [])('%s', (text) => {
      expect(read(text)).toMatch(alsoNumbers.includes(text) ? /^\+86/ : /^not-a-phone$/)
    })
  })
}
