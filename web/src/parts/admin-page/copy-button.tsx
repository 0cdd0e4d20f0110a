import { useState } from 'react'
import { Check, Copy } from 'lucide-react'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { useText } from '../../i18n/use-text.ts'

/** Puts a text on the clipboard and says so where one is looking. */
export function CopyButton({ value, label }: { value: string; label?: string }) {
  const text = useText(adminMessages)
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <button type="button" className="btn sm" onClick={() => void copy()}>
      {isCopied ? <Check size={14} className="ok" aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
      <span aria-live="polite">{isCopied ? text('copied') : (label ?? text('copy'))}</span>
    </button>
  )
}
