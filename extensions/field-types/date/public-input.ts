import { wallClock } from '../../kit/calendar-days.ts'
import { textControl } from '../../kit/public-controls.ts'
import type { PublicInput } from '../../kit/public-input.ts'

/** A day. Where the form offers times, it is a day to come; otherwise any day, such as a birthday. */
export const datePublicInput: PublicInput = {
  render: (props) =>
    textControl(props, {
      type: 'date',
      min: props.slots ? wallClock(new Date(props.now), props.timeZone).slice(0, 10) : undefined,
    }),
}
