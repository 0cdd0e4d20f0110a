import { LoaderCircle, TriangleAlert } from 'lucide-react'
import { percentOf, useComputing, type Computing } from '../data/computing.ts'
import { computingMessages } from '../i18n/messages/computing-messages.ts'
import { useText } from '../i18n/use-text.ts'

/** 计算中 62 %, or that it has stopped. */
export const useComputingWords = (): ((computing: Computing) => { state: string; note: string }) => {
  const text = useText(computingMessages)
  return (computing) => {
    if (computing.isStuck) return { state: text('stuck'), note: text('stuckNote') }
    const percent = percentOf(computing)
    const state = percent === null ? text('computing') : text('computingTo', { percent })
    return { state, note: text('note', { state }) }
  }
}

/** Beside a field's name while its values are being worked out for many records; nothing otherwise. */
export function ComputingMark({ object, field }: { object: string; field: string }) {
  const words = useComputingWords()
  const computing = useComputing(object, field)
  if (!computing) return null
  const { note } = words(computing)
  const Sign = computing.isStuck ? TriangleAlert : LoaderCircle
  return (
    <span className={`computing ${computing.isStuck ? 'stuck' : ''}`} role="img" title={note} aria-label={note}>
      <Sign size={12} aria-hidden="true" />
    </span>
  )
}
