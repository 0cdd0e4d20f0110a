import { useSyncExternalStore } from 'react'
import type { Scheme } from './tokens.ts'

export const themeModes = ['light', 'dark', 'system'] as const
export type ThemeMode = (typeof themeModes)[number]

const key = 'jieli.theme'
const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const listeners = new Set<() => void>()

const storedMode = (): ThemeMode => themeModes.find((mode) => mode === localStorage.getItem(key)) ?? 'system'
const schemeOf = (mode: ThemeMode): Scheme => (mode === 'system' ? (darkSystem.matches ? 'dark' : 'light') : mode)

const apply = (): void => {
  document.documentElement.dataset['theme'] = schemeOf(storedMode())
  for (const tell of listeners) tell()
}
darkSystem.addEventListener('change', apply)

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Chosen by the person, kept on this device. */
export const setThemeMode = (mode: ThemeMode): void => {
  localStorage.setItem(key, mode)
  apply()
}

export const useThemeMode = (): ThemeMode => useSyncExternalStore(subscribe, storedMode)
