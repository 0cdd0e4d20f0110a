/** Customers nobody has met yet, so that every row of either side is new to every index. */

let next = Date.now() % 100_000_000

export const newPhone = (): string => `13${String(next++ % 1_000_000_000).padStart(9, '0')}`

export const newName = (): string => `客户${next % 100_000}`
