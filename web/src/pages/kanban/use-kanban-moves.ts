import { useState } from 'react'
import type { CrmRecord } from '@jieli/core'
import { optionsOf } from '../../data/meta.ts'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { useSaveRecord } from '../../data/save-record.ts'
import { kanbanMessages } from '../../i18n/messages/kanban-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { showToast } from '../../parts/toast/toast-store.ts'

/** Where cards are shown while their move is being written. */
export type Moves = ReadonlyMap<string, { record: CrmRecord; to: string }>

/** A move shows at once; a refusal puts the card back and says why; undo moves it back. */
export const useKanbanMoves = (stageField: FieldMeta) => {
  const text = useText(kanbanMessages)
  const shell = useText(shellMessages)
  const label = useLabel()
  const { save } = useSaveRecord('lead')
  const [moves, setMoves] = useState<Moves>(new Map())
  const stageName = (id: unknown): string => {
    const option = optionsOf(stageField).find((one) => one.id === id)
    return option ? label(option.label) : ''
  }
  const settle = (id: string): void => setMoves((before) => new Map([...before].filter(([one]) => one !== id)))
  const move = async (record: CrmRecord, to: string, isUndo = false): Promise<void> => {
    const from = record.values[stageField.name]
    const name = String(record.values['name'] ?? '')
    setMoves((before) => new Map(before).set(record.id, { record, to }))
    await save(
      record,
      { [stageField.name]: to },
      {
        onRefused: (error) =>
          showToast({
            tone: 'err',
            text: text('notMoved', { name, reason: error instanceof Error ? error.message : String(error) }),
          }),
        onOutOfSight: () => showToast({ tone: 'ok', text: text('movedAway', { name, stage: stageName(to) }) }),
        onConflict: (theirs) =>
          showToast({
            tone: 'err',
            text: text('conflict', { name, stage: stageName(theirs.values[stageField.name]) }),
            action: { label: text('moveAnyway', { stage: stageName(to) }), run: () => void move(theirs, to) },
          }),
        onSaved: (saved) => {
          if (isUndo || typeof from !== 'string') return
          showToast({
            tone: 'ok',
            text: text('moved', { name, stage: stageName(to) }),
            action: { label: shell('undo'), run: () => void move(saved, from, true) },
          })
        },
      },
    )
    settle(record.id)
  }
  return { moves, move, stageName }
}
