import { chipsControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

const highest = (settings: Record<string, unknown>): number => {
  const max = Number(settings['max'] ?? 5)
  return Number.isInteger(max) && max >= 1 && max <= 10 ? max : 5
}

/** Marks from 1 up, as chips. */
export const ratingPublicInput: PublicInput = {
  render: (props) =>
    chipsControl(
      props,
      Array.from({ length: highest(props.settings) }, (_, index) => {
        const mark = String(index + 1)
        return { value: mark, label: mark }
      }),
    ),
}
