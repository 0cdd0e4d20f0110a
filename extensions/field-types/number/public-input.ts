import { textControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** A number typed as text: `type=number` would silently drop full-width digits and separators. */
export const numberPublicInput: PublicInput = {
  render: (props) => textControl(props, { inputmode: 'decimal', autocomplete: 'off', maxlength: 40 }),
}
