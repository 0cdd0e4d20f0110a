import type { Random } from '@jieli/extensions/kit/seeded-random'

/**
 * Real prefixes with a block of zeros after them (138 000x xxxx): they look like numbers, pass every check, and belong to
 * nobody in particular.
 */
const prefixes = [
  '130',
  '131',
  '132',
  '133',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '152',
  '155',
  '156',
  '158',
  '159',
  '176',
  '177',
  '182',
  '186',
  '187',
  '188',
  '189',
]

/** The number of the n-th customer. Different for every n below 2.3 million, in no visible order. */
export const phoneNumber = (n: number): string => {
  const prefix = prefixes[n % prefixes.length] ?? '138'
  const within = Math.floor(n / prefixes.length)
  // 61,799 has no factor in common with 100,000, so every number comes once.
  return `${prefix}000${String((within * 61_799 + 4_127) % 100_000).padStart(5, '0')}`
}

const fullWidth = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
const grouped = (number: string, mark: string): string => [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(mark)

/** The same number as people and senders write it. */
export const spellPhone = (random: Random, number: string): string =>
  random.weighted<() => string>([
    [() => number, 70],
    [() => grouped(number, ' '), 9],
    [() => grouped(number, '-'), 6],
    [() => `+86${number}`, 5],
    [() => `+86 ${grouped(number, ' ')}`, 4],
    [() => `86-${number}`, 2],
    [() => fullWidth(number), 2],
    [() => ` ${number} `, 2],
  ])()
