import type { Form, Locale } from '@jieli/core'
import type { Html } from './html.ts'

/** One thing to choose: what is sent, and what is read. */
export interface Choice {
  value: string
  label: string
}

/** Everything a control of a public form needs to be drawn. Texts are already in the reader's language. */
export interface PublicInputProps {
  /** The id of the control that gets the focus when the error summary is followed. */
  id: string
  name: string
  label: string
  help?: string
  /** An example, shown grey while the control is empty. */
  example?: string
  required: boolean
  /** What was typed before, as it was typed. */
  value: string | string[]
  /** What is wrong with it, as a sentence. */
  issue?: string
  settings: Record<string, unknown>
  locale: Locale
  /** What a relation may point to; such lists are made for the form, never read from the records at large. */
  choices?: Choice[]
  /** Times on offer, for calendar controls. */
  slots?: Form['fields'][number]['slots']
  /** ISO in UTC; with `timeZone` it tells a calendar control which day is tomorrow. */
  now: string
  timeZone: string
}

/** What a stranger may send as the answer to one question. */
export interface PublicFiles {
  most: number
  /** Beginnings of media types; none: whatever the platform keeps. */
  kinds: readonly string[]
}

/** Where a submission was typed. */
export interface PublicInputPlace {
  timeZone: string
}

/**
 * The public face of a field type: a control that works without JavaScript, and how its texts become one input.
 * It is pure, escapes everything through `html`, and has no opinion on validity: `parse` of the field type has.
 */
export interface PublicInput {
  render(props: PublicInputProps): Html
  /** Drawn and read only where the form offers `choices`. Default: no. */
  needsChoices?: boolean
  /** Offers the moments of the form's `slots`, which the form's designer then asks for. Default: no. */
  offersSlots?: boolean
  /** Its answers are files: how many at most, and of which kinds by their beginning, `image/`. Default: texts. */
  files?(settings: Record<string, unknown>): PublicFiles
  /** The texts posted under the control's name → input for `parse`. Default: the last that is not blank. */
  read?(texts: string[], place: PublicInputPlace): string | string[] | null
}

/** The default of `read`. The last counts, so that a typed time beats the chip above it. */
export const readLastText = (texts: string[]): string | null => texts.findLast((text) => text.trim() !== '')?.trim() ?? null
