const symbols = {
  CNY: '¥',
  HKD: 'HK$',
  TWD: 'NT$',
  MOP: 'MOP$',
  USD: 'US$',
  EUR: '€',
  GBP: '£',
  JPY: 'JP¥',
  KRW: '₩',
  SGD: 'S$',
  AUD: 'A$',
  CAD: 'C$',
} as const

export type Currency = keyof typeof symbols
export const currencies = Object.keys(symbols) as [Currency, ...Currency[]]

/** What stands before an amount. Each is one currency's alone, so that a written amount can be read again. */
export const symbolOf = (currency: Currency): string => symbols[currency]

const dollars: Currency[] = ['USD', 'HKD', 'TWD', 'MOP', 'SGD', 'AUD', 'CAD']

/** Names people use that are no symbol and no code. `¥` and `$` serve several countries. */
const otherNames: Record<string, Currency[]> = {
  '¥': ['CNY', 'JPY'],
  'cn¥': ['CNY'],
  rmb: ['CNY'],
  元: ['CNY'],
  圆: ['CNY'],
  块: ['CNY'],
  人民币: ['CNY'],
  $: dollars,
  美元: ['USD'],
  美金: ['USD'],
  港元: ['HKD'],
  港币: ['HKD'],
  新台币: ['TWD'],
  台币: ['TWD'],
  欧元: ['EUR'],
  英镑: ['GBP'],
  日元: ['JPY'],
  韩元: ['KRW'],
  '₩': ['KRW'],
}

const ownNames = currencies.flatMap((currency): [string, Currency[]][] =>
  [currency, symbols[currency]].map((name) => [name.toLowerCase(), [currency]]),
)

/** The longer list of countries wins where a symbol is shared. */
const names = new Map<string, Currency[]>([...ownNames, ...Object.entries(otherNames)])

/** The currencies a written name may mean; undefined when it is no currency. */
export const currenciesNamed = (name: string): Currency[] | undefined => names.get(name.toLowerCase().trim())
