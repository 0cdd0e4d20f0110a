import { expect, test } from 'vitest'
import { currencies, currenciesNamed, symbolOf } from './currency.ts'

test('every symbol can be read back as a currency it may mean, the own one among them', () => {
  for (const currency of currencies) expect(currenciesNamed(symbolOf(currency)), currency).toContain(currency)
})

test('no two currencies are written with one symbol', () => {
  expect(new Set(currencies.map(symbolOf)).size).toBe(currencies.length)
})

test('a yen sign may be two countries’, a dollar sign seven’, a word nobody’s', () => {
  expect(currenciesNamed('¥')).toEqual(['CNY', 'JPY'])
  expect(currenciesNamed('$')).toHaveLength(7)
  expect(currenciesNamed(' usd ')).toEqual(['USD'])
  expect(currenciesNamed('金币')).toBeUndefined()
})
