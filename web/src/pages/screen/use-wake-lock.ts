import { useEffect } from 'react'

/** Keeps the screen on while the page is shown. Browsers let go of the lock when a tab is hidden, so it is asked for again. */
export const useWakeLock = (): void => {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isGone = false
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      // Refused on low battery or without a secure origin: the page works, the screen may dim.
      const next = await navigator.wakeLock.request('screen').catch(() => null)
      if (isGone) void next?.release()
      else lock = next
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      isGone = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
