import { choicesOf, fitChips } from '../../kit/public-choices.ts'
import { chipsControl, listControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** Chips when all options are seen at a glance, the phone's own list when not. */
export const selectPublicInput: PublicInput = {
  render: (props) => {
    const choices = choicesOf(props.settings, props.locale)
    if (!fitChips(choices)) return listControl(props, choices)
    // A radio cannot be unchosen without JavaScript, so an optional one offers its own way back.
    return chipsControl(
      props,
      props.required ? choices : [...choices, { value: '', label: props.locale === 'en' ? 'Rather not say' : '先不选' }],
    )
  },
}
