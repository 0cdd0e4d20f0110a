import type { View, ViewKind } from '@jieli/core'
import type { FieldMeta, ObjectMeta } from '../../../data/meta-shapes.ts'
import { recordViews } from '../../../record-views/record-view.ts'
import { fieldTypeOf } from '../../condition-builder/condition-fields.ts'

/** What each part of the settings shows of the view, and how it tells what was changed. */
export interface SettingsPartProps {
  object: ObjectMeta
  draft: View
  onChange(change: Partial<View>): void
}

export type Figure = View['summaries'][number]['fn']

/** A line of figures longer than this does not fit below any list. */
export const mostSummaries = 12

/** Whether records of these fields can be shown this way: a kanban needs a choice, a calendar a day. */
export const isPossible = (kind: ViewKind, fields: readonly FieldMeta[]): boolean =>
  recordViews[kind].slots.every(({ isRequired, accepts }) => !isRequired || fields.some(accepts))

/** Whether the view has a name and every field that its kind cannot do without. */
export const isReady = (draft: View): boolean =>
  draft.label['zh-CN'].trim() !== '' &&
  recordViews[draft.kind].slots.every(({ member, isRequired }) => !isRequired || draft[member])

/** What can be reckoned of a field: of any, how many are filled; of figures, the rest too. */
export const figuresOf = (field: FieldMeta | undefined): readonly Figure[] =>
  fieldTypeOf(field?.type ?? '')?.valueType === 'number' ? ['sum', 'avg', 'min', 'max', 'filled'] : ['filled']

/** What most people want of a field first. */
export const usualFigureOf = (field: FieldMeta | undefined): Figure => figuresOf(field)[0] ?? 'filled'

/** The fields that no figure stands for yet. What only its own editor can read has none. */
export const summarisable = (fields: readonly FieldMeta[], summaries: View['summaries']): FieldMeta[] =>
  fields.filter(
    ({ name, system, type }) =>
      !system && fieldTypeOf(type)?.isOpaque !== true && !summaries.some(({ field }) => field === name),
  )
