import { attributes, html, type Html } from './html.ts'
import { controlAttributes, labelled, valuesOf } from './public-controls.ts'
import type { PublicInput, PublicInputProps } from './public-input.ts'

/** Strangers send a few; a field may hold more. */
const MOST_FROM_STRANGERS = 3
/** One file, in megabytes: what the server keeps. */
const MEGABYTES = 10

const mostOf = ({ max }: Record<string, unknown>): number =>
  Math.min(MOST_FROM_STRANGERS, typeof max === 'number' && max >= 1 ? max : MOST_FROM_STRANGERS)

/** What was sent with a page that came back: kept under these words, so that nobody takes the same photo twice. */
const keptOf = (props: PublicInputProps, kept: string[]): Html | null =>
  kept.length === 0
    ? null
    : html`<p class="h">${props.locale === 'en' ? `${kept.length} already here` : `已收到 ${kept.length} 个，不用再选`}</p>${kept.map(
        (token) => html`<input${attributes({ type: 'hidden', name: props.name, value: token })}>`,
      )}`

const limitsOf = (props: PublicInputProps, most: number): string =>
  props.locale === 'en'
    ? `up to ${most}, ${MEGABYTES} MB each`
    : most === 1
      ? `1 个，不超过 ${MEGABYTES} MB`
      : `最多 ${most} 个，每个不超过 ${MEGABYTES} MB`

/**
 * The public face of fields that hold files. `capture` is not asked for: it would open the camera at once and leave no way
 * to a photo taken before; without it phones offer both.
 */
export const filesPublicInput = (accept: string, kinds: readonly string[]): PublicInput => ({
  files: (settings) => ({ most: mostOf(settings), kinds }),
  render: (props) => {
    const most = mostOf(props.settings)
    const kept = valuesOf(props)
    const input = html`<input${attributes({
      ...controlAttributes(props),
      type: 'file',
      accept,
      multiple: most > 1,
      required: props.required && kept.length === 0,
    })}>`
    return labelled(props, html`${input}${keptOf(props, kept)}`, limitsOf(props, most))
  },
})
