import { useState } from 'react'
import { boardCardSchema, type QueryCard } from '@jieli/core'
import type { BoardChoice } from '../../../data/board.ts'
import { useDraftCards } from '../../../data/boards.ts'
import { useObject } from '../../../data/meta.ts'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { shellMessages } from '../../../i18n/messages/shell-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Drawer, DrawerPart } from '../../../parts/admin-page/drawer.tsx'
import { ConditionField } from '../../../parts/conditions/condition-field.tsx'
import { OwnCard } from '../own-card/own-card.tsx'
import { AboutCard } from './about-card.tsx'
import { changeCard, type CardChange } from './board-draft.ts'
import { ChartChoice } from './chart-choice.tsx'
import { KeyFields } from './key-fields.tsx'
import { MeasureFields } from './measure-fields.tsx'
import { PeriodFields } from './period-fields.tsx'

interface CardDrawerProps {
  card: QueryCard
  isNew: boolean
  choice: BoardChoice
  onClose(): void
  onDone(card: QueryCard): void
}

/** What the card will show, asked anew with each choice that makes sense; the last that did stays meanwhile. */
function Preview({ draft, choice }: { draft: QueryCard; choice: BoardChoice }) {
  const text = useText(boardEditorMessages)
  const named = { ...draft, title: draft.title['zh-CN'].trim() === '' ? { 'zh-CN': text('newCard') } : draft.title }
  const isSound = boardCardSchema.safeParse(named).success
  const [last, setLast] = useState(named)
  if (isSound && JSON.stringify(last) !== JSON.stringify(named)) setLast(named)
  const { data } = useDraftCards([last], choice)
  return (
    <div className="card-preview" inert>
      <OwnCard card={last} figures={data?.cards[0]} titles={data?.titles ?? {}} />
    </div>
  )
}

/** 一张自己的卡片: which records, which figure, over what, drawn how; above it what it shows right now. */
export function CardDrawer({ card, isNew, choice, onClose, onDone }: CardDrawerProps) {
  const text = useText(boardEditorMessages)
  const shell = useText(shellMessages)
  const [draft, setDraft] = useState(card)
  const object = useObject(draft.object)
  const isSound = draft.title['zh-CN'].trim() !== '' && boardCardSchema.safeParse(draft).success
  const change = (more: CardChange): void => setDraft(changeCard(draft, more))
  return (
    <Drawer
      title={text(isNew ? 'newCard' : 'changeCard')}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn ghost" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button type="button" className="btn pri" disabled={!isSound} onClick={() => onDone(draft)}>
            {text(isNew ? 'putOnBoard' : 'done')}
          </button>
        </>
      }
    >
      <Preview draft={draft} choice={choice} />
      <DrawerPart title={text('whatPart')}>
        <AboutCard draft={draft} onChange={setDraft} />
        <MeasureFields draft={draft} onChange={change} />
        <PeriodFields draft={draft} onChange={change} />
      </DrawerPart>
      <DrawerPart title={text('howPart')}>
        <KeyFields draft={draft} onChange={change} />
        <ChartChoice draft={draft} onChange={change} />
      </DrawerPart>
      {object && (
        <DrawerPart title={text('wherePart')}>
          <ConditionField
            key={draft.object}
            title={text('where')}
            object={object}
            value={draft.where}
            none={text('everyRecord')}
            onChange={(where) => change({ where })}
          />
        </DrawerPart>
      )}
    </Drawer>
  )
}
