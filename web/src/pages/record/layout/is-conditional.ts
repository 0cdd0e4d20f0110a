import type { Layout } from '@jieli/core'

/** Whether anything of a layout is shown only on a condition. */
export const isConditional = (layout: Layout): boolean =>
  layout.form.some(({ showWhen }) => showWhen !== undefined) ||
  layout.tabs.some(({ parts }) =>
    parts.some(
      (part) =>
        part.kind === 'section' && (part.showWhen !== undefined || part.fields.some(({ showWhen }) => showWhen !== undefined)),
    ),
  )
