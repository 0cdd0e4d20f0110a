/** Numbers from advertisements and exercises that everybody knows by heart. */
const wellKnown = new Set(['13800138000', '13800138001', '13900139000', '13812345678', '13000000000'])
const repeated = /(\d)\1{7}/
const counting = /01234567|12345678|23456789|87654321|98765432/

/** True for numbers people type to get past a form. A few are real (靓号), so they are only flagged. */
export function isMadeUp(value: string): boolean {
  const digits = value
    .replace(/;ext=.*$/, '')
    .replace(/^\+86/, '')
    .replace(/\D/g, '')
  return wellKnown.has(digits) || repeated.test(digits) || counting.test(digits)
}
