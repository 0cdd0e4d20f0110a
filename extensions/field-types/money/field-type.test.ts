import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from './field-type.ts'

const settings = money.settings.parse({})
const read = (input: unknown) => {
  const parsed = money.parse(input, settings)
  return parsed.ok ? parsed.value : parsed.code
}

test.each([
  ['¥32,000.00', 32_000],
  ['￥３．２万', 32_000],
  ['3.2万元', 32_000],
  ['1.5亿', 150_000_000],
  ['RMB 100', 100],
  ['100 块', 100],
  ['-¥5', -5],
  ['¥-5', -5],
  ['１，２３４．５', 1_234.5],
  ['.5元', 0.5],
  [0.1 + 0.2, 0.3],
])('%s is %d yuan', (written, amount) => {
  expect(read(written)).toBe(amount)
})

test('amounts in another currency are refused, not converted', () => {
  expect(read('$100')).toBe('wrong-currency')
  expect(read('100 港币')).toBe('wrong-currency')
  expect(read('100 贝壳')).toBe('not-a-number')
})

test('half a fen is refused rather than rounded away', () => {
  expect(read('0.005')).toBe('too-many-decimals')
  expect(read('19.990')).toBe(19.99)
})

test('every amount of whole fen is shown and read back to the fen', () => {
  fc.assert(
    fc.property(
      fc.maxSafeInteger().map((fen) => Number((BigInt(fen) % 100_000_000_000_000n) / 1n)),
      (fen) => {
        const amount = Number(`${fen}e-2`)
        const shown = money.format(amount, settings, 'zh-CN')
        expect(shown.replace(/\D/g, '').replace(/^0+/, '')).toBe(fen === 0 ? '' : String(Math.abs(fen)))
        expect(read(shown)).toBe(amount)
      },
    ),
  )
})
