import { attributes, html } from '../../kit/html.ts'
import { controlAttributes, notesOf, singleValue } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** A box to tick. Unticked is no answer: a form cannot tell "no" from "not seen". */
export const booleanPublicInput: PublicInput = {
  render: (props) =>
    html`<div class="f"><label class="ck"><input${attributes({
      type: 'checkbox',
      ...controlAttributes(props),
      value: 'true',
      checked: singleValue(props) === 'true',
    })}><span>${props.label}</span></label>${notesOf(props)}</div>`,
}
