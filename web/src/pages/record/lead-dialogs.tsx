import type { CrmRecord } from '@jieli/core'
import { FollowUpSheet } from '../../parts/follow-up-sheet/follow-up-sheet.tsx'
import { NextStepDialog } from '../leads/next-step-dialog.tsx'
import { ReassignDialog } from '../leads/reassign-dialog.tsx'

/** What is being done to the lead that is open. */
export type Doing = 'log' | 'reassign' | 'next' | null

/** What stands over the lead's page while something is done: one at a time. */
export function LeadDialogs({ doing, record, onClose }: { doing: Doing; record: CrmRecord; onClose(): void }) {
  switch (doing) {
    case null:
      return null
    case 'log':
      return <FollowUpSheet lead={{ id: record.id, name: String(record.values['name'] ?? ''), about: '' }} onClose={onClose} />
    case 'reassign':
      return <ReassignDialog leads={[record]} onClose={onClose} />
    case 'next':
      return <NextStepDialog leads={[record]} onClose={onClose} />
  }
}
