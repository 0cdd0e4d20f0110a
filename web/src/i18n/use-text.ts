import { useCallback } from 'react'
import { textOf, type Label } from '@jieli/core'
import { useLocale } from './locale-store.ts'
import { formatMessage, type MessageParams, type Messages } from './messages.ts'

export type TextOf<T extends Messages> = (key: keyof T & string, params?: MessageParams) => string

/** `const text = useText(leadsMessages)`, then `text('title')`: only keys of that table are accepted. */
export const useText = <T extends Messages>(messages: T): TextOf<T> => {
  const locale = useLocale()
  return useCallback((key, params) => formatMessage(messages[key]!, locale, params), [messages, locale])
}

/** Reads labels that come from the workspace's own definitions. */
export const useLabel = (): ((label: Label) => string) => {
  const locale = useLocale()
  return useCallback((label: Label) => textOf(label, locale), [locale])
}
