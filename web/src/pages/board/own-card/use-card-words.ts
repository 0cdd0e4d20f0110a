import { useMemo } from 'react'
import type { QueryCard, Value } from '@jieli/core'
import type { FieldMeta, ObjectMeta } from '../../../data/meta-shapes.ts'
import { pointedAt, useMeta } from '../../../data/meta.ts'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useLocale } from '../../../i18n/locale-store.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { fieldTypeOf } from '../../../parts/condition-builder/condition-fields.ts'
import { bucketText, shortFigure } from './card-texts.ts'

/** The field at the end of a path over relations, as far as the reader may know it. */
const fieldAt = (objects: readonly ObjectMeta[], object: string, path: string): FieldMeta | undefined => {
  const [first = '', ...rest] = path.split('.')
  const field = objects.find(({ name }) => name === object)?.fields.find(({ name }) => name === first)
  return !field || rest.length === 0 ? field : fieldAt(objects, pointedAt(field) ?? '', rest.join('.'))
}

export interface CardWords {
  /** Short, for where it is shown. */
  figure(value: number | null): string
  /** To the last place, for whoever points at it. */
  exact(value: number | null): string
  key(index: number, value: Value): string
}

/** Says a card's figures and groups in the reader's words: money as money, choices by their labels, people by name. */
export const useCardWords = (card: QueryCard, titles: Readonly<Record<string, string>>): CardWords => {
  const { objects, users, departments } = useMeta()
  const locale = useLocale()
  const label = useLabel()
  const text = useText(boardEditorMessages)
  return useMemo(() => {
    const { measure } = card
    const isCount = measure.fn === 'count' || measure.fn === 'distinct'
    const measured = isCount || !measure.field ? undefined : fieldAt(objects, card.object, measure.field)
    const names = new Map([...users, ...departments].map(({ id, name }) => [id, name]))
    const typed = (field: FieldMeta | undefined, value: Value): string =>
      (field && fieldTypeOf(field.type)?.format(value, field.settings, locale)) || ''
    const exact = (value: number | null): string => {
      if (value === null) return '—'
      const rounded = Math.round(value * 100) / 100
      return typed(measured, rounded) || rounded.toLocaleString('en')
    }
    return {
      exact,
      figure: (value) => (value === null ? '—' : shortFigure(exact(value), value, locale)),
      key: (index, value) => {
        const key = card.groupBy[index]
        if (value === null || value === undefined || !key) return text('without')
        const field = fieldAt(objects, card.object, key.field)
        const kind = field && fieldTypeOf(field.type)?.valueType
        if (kind === 'date' || kind === 'instant') return bucketText(String(value), key.bucket ?? 'day', locale)
        const option = (
          field?.settings['options'] as { id: string; label: { 'zh-CN': string; en?: string } }[] | undefined
        )?.find(({ id }) => id === value)
        return (
          titles[String(value)] ??
          names.get(String(value)) ??
          (option ? label(option.label) : typed(field, value) || String(value))
        )
      },
    }
  }, [card, objects, users, departments, titles, locale, label, text])
}
