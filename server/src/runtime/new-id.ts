import { randomBytes } from 'node:crypto'

let pool = Buffer.alloc(0)
let used = 0
let lastTime = 0
let sequence = 0

/** Ten random bytes from a pool: one system call serves four hundred ids. */
const tenRandomBytes = (): Buffer => {
  if (used + 10 > pool.length) {
    pool = randomBytes(4_000)
    used = 0
  }
  used += 10
  return pool.subarray(used - 10, used)
}

/**
 * A uuid of version 7 for an instant: ids sort by time, which keeps indexes dense and lets the event log be read in order.
 * Within one millisecond a 12-bit sequence keeps the order in which this process made them. Ids of a simulated time carry
 * that time, so the demo's log reads like a real one.
 */
export const newId = (now: string): string => {
  const time = Date.parse(now)
  sequence = time === lastTime ? (sequence + 1) & 0xfff : 0
  lastTime = time
  const bytes = tenRandomBytes()
  bytes[2] = (bytes[2]! & 0x3f) | 0x80
  const stamp = time.toString(16).padStart(12, '0')
  const tail = bytes.toString('hex', 2)
  const order = sequence.toString(16).padStart(3, '0')
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${order}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
