import type { FieldType, Value } from '@jieli/core'

/** Reads as a field of the type does: the stored value, or the code of what was wrong. `reader(date)('2026-3-8')` is `2026-03-08`. */
export const reader = <Settings>(type: FieldType<Settings>, given: Record<string, unknown> = {}) => {
  const settings = type.settings.parse(given)
  return (input: unknown): Value => {
    const parsed = type.parse(input, settings)
    return parsed.ok ? parsed.value : parsed.code
  }
}
