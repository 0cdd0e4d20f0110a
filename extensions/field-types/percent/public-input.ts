import { textControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** A share, typed with or without the sign. */
export const percentPublicInput: PublicInput = {
  render: (props) =>
    textControl({ ...props, example: props.example ?? '%' }, { inputmode: 'decimal', autocomplete: 'off', maxlength: 40 }),
}
