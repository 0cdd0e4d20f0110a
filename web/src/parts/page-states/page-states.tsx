import type { ReactNode } from 'react'
import { CircleAlert, Lock, WifiOff, type LucideIcon } from 'lucide-react'
import { ApiError } from '../../data/api-error.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'

interface StateProps {
  icon: LucideIcon
  tone?: 'plain' | 'acc' | 'warn' | 'err'
  title: string
  text: string
  children?: ReactNode
}

/** Icon, what is the case, what to do next, one button. Start-aligned, no drawing. */
export function PageState({ icon: Icon, tone = 'plain', title, text, children }: StateProps) {
  return (
    <div className="state" role={tone === 'err' ? 'alert' : 'status'}>
      <span className={`state-icon ${tone}`}>
        <Icon size={18} aria-hidden="true" />
      </span>
      <h2 className="h2">{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  )
}

/** Shown only after 300 ms: most answers are there before. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const text = useText(shellMessages)
  return (
    <div className="skeleton" role="status" aria-label={text('loading')}>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} style={{ width: `${[60, 100, 84, 92, 70, 78][index % 6]}%` }} />
      ))}
    </div>
  )
}

/** What a failed load looks like: forbidden says nothing of what is hidden, offline says what is safe. */
export function LoadFailure({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const text = useText(shellMessages)
  const code = error instanceof ApiError ? error.code : 'internal'
  const retry = (
    <button type="button" className="btn" onClick={onRetry}>
      {text('retry')}
    </button>
  )
  if (code === 'forbidden' || code === 'not-found' || code === 'unknown-object')
    return <PageState icon={Lock} title={text('forbiddenTitle')} text={text('forbiddenText')} />
  if (code === 'offline')
    return (
      <PageState icon={WifiOff} tone="warn" title={text('offlineTitle')} text={text('offlineText')}>
        {retry}
      </PageState>
    )
  return (
    <PageState
      icon={CircleAlert}
      tone="err"
      title={text('errorTitle')}
      text={error instanceof Error ? error.message : String(error)}
    >
      {retry}
    </PageState>
  )
}
