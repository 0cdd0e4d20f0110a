import { textControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** A phone number in any spelling; the server reads spaces, dashes, +86 and full-width digits, so nothing stops them here. */
export const phonePublicInput: PublicInput = {
  render: (props) =>
    textControl(
      { ...props, example: props.example ?? (props.locale === 'en' ? 'Mobile number' : '11位手机号') },
      { type: 'tel', inputmode: 'tel', autocomplete: 'tel', maxlength: 30 },
    ),
}
