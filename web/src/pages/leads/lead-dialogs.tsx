import type { CrmRecord } from '@jieli/core'
import { FollowUpSheet } from '../../parts/follow-up-sheet/follow-up-sheet.tsx'
import { NextStepDialog } from './next-step-dialog.tsx'
import { ReassignDialog } from './reassign-dialog.tsx'

export type LeadDoing = { what: 'log' | 'reassign' | 'next'; leads: CrmRecord[] } | null

/** What is being done with one lead or with those chosen; `onDone` also when it was left. */
export function LeadDialogs({ doing, onDone }: { doing: LeadDoing; onDone(what: 'log' | 'bulk'): void }) {
  const subject = doing?.leads[0]
  if (!doing || !subject) return null
  if (doing.what === 'log')
    return (
      <FollowUpSheet
        lead={{ id: subject.id, name: String(subject.values['name'] ?? ''), about: '' }}
        onClose={() => onDone('log')}
      />
    )
  const Dialog = doing.what === 'reassign' ? ReassignDialog : NextStepDialog
  return <Dialog leads={doing.leads} onClose={() => onDone('bulk')} />
}
