import { useSyncExternalStore } from 'react'

const query = matchMedia('(max-width: 767px)')
const subscribe = (listener: () => void): (() => void) => {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}

/** Phones get pages of their own, not squeezed ones. */
export const useIsPhone = (): boolean => useSyncExternalStore(subscribe, () => query.matches)
