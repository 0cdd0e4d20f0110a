import { useSyncExternalStore } from 'react'
import { locales, type Locale } from '@jieli/core'

const key = 'jieli.locale'
const listeners = new Set<() => void>()

/** The reader's language. Chinese unless chosen otherwise on this device. */
export const currentLocale = (): Locale => locales.find((locale) => locale === localStorage.getItem(key)) ?? 'zh-CN'

export const setLocale = (locale: Locale): void => {
  localStorage.setItem(key, locale)
  document.documentElement.lang = locale
  for (const tell of listeners) tell()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale)
