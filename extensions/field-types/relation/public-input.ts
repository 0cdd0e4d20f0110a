import { fitChips } from '../../kit/public-choices.ts'
import { chipsControl, listControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** One of the records the form offers, such as the campuses near by. Without such a list nothing is offered. */
export const relationPublicInput: PublicInput = {
  needsChoices: true,
  render: (props) => {
    const choices = props.choices ?? []
    return props.required && fitChips(choices) ? chipsControl(props, choices) : listControl(props, choices)
  },
}
