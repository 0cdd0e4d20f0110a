import { textControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** An amount, in yuan unless the customer writes otherwise. */
export const moneyPublicInput: PublicInput = {
  render: (props) =>
    textControl(
      { ...props, example: props.example ?? (props.locale === 'en' ? 'in yuan' : '单位：元') },
      { inputmode: 'decimal', autocomplete: 'off', maxlength: 40 },
    ),
}
