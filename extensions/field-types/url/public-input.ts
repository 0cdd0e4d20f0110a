import { textControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** An address on the web. Not `type=url`, which refuses `example.com` for want of `https://`. */
export const urlPublicInput: PublicInput = {
  render: (props) =>
    textControl(props, { inputmode: 'url', autocomplete: 'url', autocapitalize: 'none', spellcheck: 'false', maxlength: 2000 }),
}
