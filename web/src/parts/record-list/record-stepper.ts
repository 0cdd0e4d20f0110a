import type { CrmRecord } from '@jieli/core'

export interface RecordStepper {
  /** Where the open record stands among those shown, from 0; -1 when it is not among them. */
  at: number
  /** Opens the one before or after it, stopping at the ends. */
  move(step: 1 | -1): void
}

/** Going through the records in the order they are shown. With none of them open, the first step opens the first. */
export const recordStepper = (
  shown: readonly CrmRecord[],
  openId: string | null,
  open: (id: string | undefined) => void,
): RecordStepper => {
  const at = shown.findIndex(({ id }) => id === openId)
  return { at, move: (step) => open(shown[Math.max(0, Math.min(shown.length - 1, at + step))]?.id) }
}
