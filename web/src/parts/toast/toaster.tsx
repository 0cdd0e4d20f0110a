import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Bell, CircleAlert, CircleCheck, X } from 'lucide-react'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { toastStore, type Toast } from './toast-store.ts'

const icons = { ok: CircleCheck, err: CircleAlert, info: Bell }

function ToastLine({ toast }: { toast: Toast }) {
  const text = useText(shellMessages)
  const [left, setLeft] = useState(Number.isFinite(toast.lasts) ? Math.ceil(toast.lasts / 1_000) : null)
  useEffect(() => {
    if (left === null) return
    if (left <= 0) return toastStore.dismiss(toast.id)
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [left, toast.id])
  const Icon = icons[toast.tone]
  return (
    <div className="toast" role={toast.tone === 'err' ? 'alert' : 'status'}>
      <Icon size={16} className={toast.tone === 'info' ? 'acc' : toast.tone} aria-hidden="true" />
      <span className="sp">{toast.text}</span>
      {toast.action && (
        <button
          type="button"
          className="link"
          onClick={() => {
            toast.action?.run()
            toastStore.dismiss(toast.id)
          }}
        >
          {toast.action.label}
        </button>
      )}
      {toast.action && left !== null && (
        <span className="t3 f12" aria-hidden="true">
          {text('seconds', { n: left })}
        </span>
      )}
      <button
        type="button"
        className="btn xs ghost icon"
        aria-label={text('close')}
        onClick={() => toastStore.dismiss(toast.id)}
      >
        <X size={14} />
      </button>
    </div>
  )
}

/** A popover, so that toasts stand above an open dialog too. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = box.current
    if (!element) return
    if (element.matches(':popover-open')) element.hidePopover()
    if (toasts.length > 0) element.showPopover()
  }, [toasts])
  return (
    <div ref={box} popover="manual" className="toasts" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}
