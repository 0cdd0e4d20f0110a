import { textControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** An e-mail address. */
export const emailPublicInput: PublicInput = {
  render: (props) => textControl(props, { type: 'email', autocomplete: 'email', maxlength: 254 }),
}
