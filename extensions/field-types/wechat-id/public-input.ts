import { textControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** A WeChat id: the phone must neither correct it nor begin it with a capital. */
export const wechatIdPublicInput: PublicInput = {
  render: (props) => textControl(props, { autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', maxlength: 60 }),
}
