import { useSyncExternalStore } from 'react'

export const densities = ['compact', 'standard', 'loose'] as const
export type Density = (typeof densities)[number]

/** Rows of a list, px; `--jl-row` says the same to the style sheets. */
export const rowHeights: Record<Density, number> = { compact: 32, standard: 36, loose: 44 }

const key = 'jieli.density'
const listeners = new Set<() => void>()
const storedDensity = (): Density => densities.find((one) => one === localStorage.getItem(key)) ?? 'standard'
const apply = (): void => {
  document.documentElement.dataset['density'] = storedDensity()
  for (const tell of listeners) tell()
}
apply()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Chosen by the person, kept on this device. */
export const setDensity = (density: Density): void => {
  localStorage.setItem(key, density)
  apply()
}

export const useDensity = (): Density => useSyncExternalStore(subscribe, storedDensity)
