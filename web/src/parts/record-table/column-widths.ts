import type { Locale } from '@jieli/core'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldMeta } from '../../data/meta-shapes.ts'

/** The column of ticks. */
export const TICK_WIDTH = 38

const widths: Record<string, number> = { name: 76, phone: 100, intent: 72, nextAction: 152, stage: 80, owner: 84, subject: 80 }
/** Words are longer in English than in Chinese. */
const stretch = { 'zh-CN': 1, en: 1.4 }

export const widthOf = (field: FieldMeta, locale: Locale): number =>
  Math.round((widths[field.name] ?? webFaceOf(field.type).width ?? 112) * stretch[locale])

/** What the whole table needs before it is scrolled sideways. */
export const tableWidth = (columns: readonly FieldMeta[], locale: Locale): number =>
  TICK_WIDTH + columns.reduce((sum, field) => sum + widthOf(field, locale), 0)

/** Figures stand right, so that their places line up; the intent is a bar with its figure and stays left. */
export const isRightAligned = (field: FieldMeta): boolean => webFaceOf(field.type).align === 'end' && field.name !== 'intent'
