import { z } from 'zod'

/** An expression of the greatest depth allowed, written as JSON, stays well below. */
const MOST_LEVELS = 120

/** True for JSON nested deeper than anything of ours. Without recursion: what it looks for would exhaust the stack of whoever recurses. */
export const isTooDeep = (value: unknown): boolean => {
  const open = [{ value, depth: 1 }]
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > MOST_LEVELS) return true
    for (const member of Object.values(next.value)) open.push({ value: member, depth: next.depth + 1 })
  }
  return false
}

/** Refuses JSON nested ten thousand deep before a recursive schema walks into it. */
export const refuseDeep = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value, context) => {
    if (!isTooDeep(value)) return value
    context.addIssue({ code: 'custom', message: 'nested too deep' })
    return z.NEVER
  }, schema)
