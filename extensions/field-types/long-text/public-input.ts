import { attributes, html } from '../../kit/html.ts'
import { controlAttributes, labelled, singleValue } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** Several lines. The line break after the tag is eaten by the browser, so that a leading one of the text survives. */
export const longTextPublicInput: PublicInput = {
  render: (props) =>
    labelled(
      props,
      html`<textarea${attributes({ ...controlAttributes(props), rows: 2, maxlength: 2000, placeholder: props.example })}>
${singleValue(props)}</textarea>`,
    ),
}
