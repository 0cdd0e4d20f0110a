import { textControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** A line of text. Fields that hold a person's name let the phone fill it in. */
export const textPublicInput: PublicInput = {
  render: (props) => textControl(props, { maxlength: 200, autocomplete: props.name === 'name' ? 'name' : undefined }),
}
