import { choicesOf } from '../../kit/public-choices.ts'
import { chipsControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** Chips of which any number may be on. */
export const multiSelectPublicInput: PublicInput = {
  render: (props) => chipsControl(props, choicesOf(props.settings, props.locale), true),
  read: (texts) => {
    const chosen = [...new Set(texts.filter((text) => text !== ''))]
    return chosen.length === 0 ? null : chosen
  },
}
