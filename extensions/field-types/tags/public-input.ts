import { textControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** Words apart from each other by commas of any kind. */
export const tagsPublicInput: PublicInput = {
  render: (props) =>
    textControl(
      {
        ...props,
        value: typeof props.value === 'string' ? props.value : props.value.join('，'),
        example: props.example ?? (props.locale === 'en' ? 'separated by commas' : '用逗号分开'),
      },
      { autocomplete: 'off', maxlength: 500 },
    ),
  read: (texts) => {
    const words = texts
      .flatMap((text) => text.split(/[,，、;；\n]/))
      .map((word) => word.trim())
      .filter((word) => word !== '')
    return words.length === 0 ? null : [...new Set(words)]
  },
}
