import type { Locale } from '@jieli/core'

/**
 * A sentence in both languages; leaving one out is a type error. `{name}` is filled from the parameters, and `{n|lead|leads}` with
 * the figure and the word that goes with it.
 */
export type Message = readonly [zh: string, en: string]
export type Messages = Readonly<Record<string, Message>>
export type MessageParams = Readonly<Record<string, string | number>>

/**
 * The texts of one area of the product. Each area is a file in `i18n/messages/` and travels with the page that uses it.
 * @example defineMessages({ saved: ['已保存 {n} 条', 'Saved {n}'] })
 */
export const defineMessages = <const T extends Messages>(messages: T): T => messages

const blank = /\{(\w+)(?:\|([^{}|]+)\|([^{}|]+))?\}/g

export const formatMessage = (message: Message, locale: Locale, params: MessageParams = {}): string =>
  message[locale === 'en' ? 1 : 0].replace(blank, (whole: string, name: string, one?: string, many?: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return one === undefined ? String(value) : `${value} ${String(value) === '1' ? one : many}`
  })
