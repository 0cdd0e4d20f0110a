import { useSyncExternalStore } from 'react'
import type { QueryClient } from '@tanstack/react-query'
import { coalesce } from './coalesce.ts'
import { backoffDelay } from './live-backoff.ts'
import { queryKeys } from './query-keys.ts'

export type LiveState = 'live' | 'reconnecting' | 'offline'
export interface LiveNotice {
  id: string
  title: string
  body: string
  leadId?: string
}

let state: LiveState = navigator.onLine ? 'reconnecting' : 'offline'
const stateListeners = new Set<() => void>()
const noticeListeners = new Set<(notice: LiveNotice) => void>()

const setState = (next: LiveState): void => {
  if (next === state) return
  state = next
  for (const tell of stateListeners) tell()
}

const subscribe = (listener: () => void): (() => void) => {
  stateListeners.add(listener)
  return () => stateListeners.delete(listener)
}

/** 实时 / 重连中 / 离线, for everyone to see. */
export const useLiveState = (): LiveState => useSyncExternalStore(subscribe, () => state)

export const onLiveNotice = (listener: (notice: LiveNotice) => void): (() => void) => {
  noticeListeners.add(listener)
  return () => noticeListeners.delete(listener)
}

/** Asks again for what shows these objects; a burst of events asks no faster than the server answers. */
const makeRefresh = (client: QueryClient): ((objects: string[]) => void) =>
  coalesce((objects) =>
    Promise.all([
      ...objects.map((object) => client.invalidateQueries({ queryKey: queryKeys.object(object) })),
      // Nothing is worked out from how webhooks went.
      objects.some((object) => object !== 'webhooks') && client.invalidateQueries({ queryKey: queryKeys.derived }),
    ]),
  )

const refetchAll = (client: QueryClient): void => {
  void client.invalidateQueries({ queryKey: ['objects'] })
  void client.invalidateQueries({ queryKey: queryKeys.derived })
  void client.invalidateQueries({ queryKey: queryKeys.notices })
}

const parse = <T>(event: Event): T => JSON.parse((event as MessageEvent<string>).data) as T

const listen = (source: EventSource, client: QueryClient, refresh: (objects: string[]) => void): void => {
  source.addEventListener('changed', (event) => refresh(parse<{ objects: string[] }>(event).objects))
  source.addEventListener('meta', () => {
    void client.invalidateQueries({ queryKey: queryKeys.meta })
    void client.invalidateQueries({ queryKey: ['config'] })
    // Its thresholds are settings.
    void client.invalidateQueries({ queryKey: queryKeys.boards })
    void client.invalidateQueries({ queryKey: ['objects'] })
  })
  source.addEventListener('notice', (event) => {
    void client.invalidateQueries({ queryKey: queryKeys.notices })
    for (const tell of noticeListeners) tell(parse<LiveNotice>(event))
  })
}

/**
 * Keeps one stream open while somebody is signed in. The browser's own reconnection gives up on errors it deems final, so the
 * stream is closed and opened anew with growing pauses. After a gap everything shown is asked again: events may have been missed.
 */
export const startLive = (client: QueryClient): (() => void) => {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let attempt = 0
  let hadGap = false
  const refresh = makeRefresh(client)

  const open = (): void => {
    clearTimeout(timer)
    source?.close()
    source = new EventSource('/api/v1/live')
    listen(source, client, refresh)
    source.addEventListener('open', () => {
      if (hadGap) refetchAll(client)
      attempt = 0
      hadGap = false
      setState('live')
    })
    source.addEventListener('error', () => {
      source?.close()
      hadGap = true
      setState(navigator.onLine ? 'reconnecting' : 'offline')
      if (navigator.onLine) timer = setTimeout(open, backoffDelay(attempt++, Math.random()))
    })
  }
  const goOffline = (): void => {
    clearTimeout(timer)
    source?.close()
    hadGap = true
    setState('offline')
  }

  addEventListener('online', open)
  addEventListener('offline', goOffline)
  open()
  return () => {
    removeEventListener('online', open)
    removeEventListener('offline', goOffline)
    clearTimeout(timer)
    source?.close()
  }
}
