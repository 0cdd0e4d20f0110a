import { z } from 'zod'

/** The languages a person can choose. Chinese is written first and is always present. */
export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/**
 * A name as people read it. English may be missing; readers then see the Chinese.
 * @example { 'zh-CN': '线索', en: 'Lead' }
 */
export const labelSchema = z.object({ 'zh-CN': z.string().min(1).max(80), en: z.string().max(120).optional() })
export type Label = z.infer<typeof labelSchema>

/** The label in the reader's language. `textOf({ 'zh-CN': '线索' }, 'en')` is `线索`. */
export const textOf = (label: Label, locale: Locale = 'zh-CN'): string => label[locale] ?? label['zh-CN']
