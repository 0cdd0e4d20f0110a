import { lazy, Suspense, useEffect, useState } from 'react'
import { Outlet } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { onLiveNotice, startLive } from '../../data/live.ts'
import { sendWaitingFollowUps } from '../../data/follow-ups.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showToast } from '../toast/toast-store.ts'
import { useIsPhone } from '../use-is-phone.ts'
import { BottomBar } from './bottom-bar.tsx'
import { SideNav } from './side-nav.tsx'
import { ViewAsBanner } from './view-as-banner.tsx'

/** It knows every field type, which no page should wait for. */
const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }))

/** The stream of changes, and what was written without a network, for as long as somebody is signed in. */
const useLiveSession = (): void => {
  const client = useQueryClient()
  const text = useText(shellMessages)
  useEffect(() => startLive(client), [client])
  useEffect(() => onLiveNotice(({ title, body }) => showToast({ tone: 'info', text: body ? `${title} ${body}` : title })), [])
  useEffect(() => {
    const flush = async (): Promise<void> => {
      const { sent, refused } = await sendWaitingFollowUps(client)
      if (sent > 0) showToast({ tone: 'ok', text: text('sentWaiting', { n: sent }) })
      for (const { entry, error } of refused)
        showToast({ tone: 'err', text: text('refusedWaiting', { name: entry.leadName, reason: error.message }) })
    }
    void flush()
    addEventListener('online', flush)
    return () => removeEventListener('online', flush)
  }, [client, text])
}

/** Frame of every signed-in page: side bar on wide screens, bottom bar on phones, ⌘K everywhere. */
export function AppShell() {
  const text = useText(shellMessages)
  const isPhone = useIsPhone()
  const [isFinding, setFinding] = useState(false)
  useLiveSession()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setFinding(true)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <div className={isPhone ? 'phone' : 'app'}>
      <a className="skip" href="#content">
        {text('skip')}
      </a>
      {!isPhone && <SideNav onFind={() => setFinding(true)} />}
      <main id="content" tabIndex={-1}>
        <ViewAsBanner />
        <Outlet />
      </main>
      {isPhone && <BottomBar />}
      {isFinding && (
        <Suspense>
          <CommandPalette onClose={() => setFinding(false)} />
        </Suspense>
      )}
    </div>
  )
}
