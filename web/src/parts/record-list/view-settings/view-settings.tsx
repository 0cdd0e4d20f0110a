import { useId, useState } from 'react'
import type { View } from '@jieli/core'
import type { ObjectMeta } from '../../../data/meta-shapes.ts'
import { recordViewsMessages } from '../../../i18n/messages/record-views-messages.ts'
import { shellMessages } from '../../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { Drawer, DrawerPart } from '../../admin-page/drawer.tsx'
import { ManyPicker } from '../../admin-page/many-picker.tsx'
import { ColourRules } from './colour-rules.tsx'
import { ForWhom } from './for-whom.tsx'
import { KindChoice } from './kind-choice.tsx'
import { SummaryLines } from './summary-lines.tsx'
import { useStoreView } from './use-store-view.ts'
import { isReady } from './view-draft.ts'
import '../../admin-page/admin-page.css'

interface ViewSettingsProps {
  object: ObjectMeta
  view: View
  isNew: boolean
  onClose(): void
  onSaved(id: string): void
}

/** How a view looks: its kind and the fields that takes, what it shows, colours by condition, figures below. */
export function ViewSettings({ object, view, isNew, onClose, onSaved }: ViewSettingsProps) {
  const text = useText(recordViewsMessages)
  const shell = useText(shellMessages)
  const label = useLabel()
  const id = useId()
  const [draft, setDraft] = useState(view)
  const { save, isBusy } = useStoreView({ isNew, onSaved, onClose })
  const set = (change: Partial<View>): void => setDraft({ ...draft, ...change })
  // Every record has them, and nobody wants to read them.
  const fields = object.fields.filter(({ name }) => name !== 'id' && name !== 'rev')
  return (
    <Drawer
      title={isNew ? text('addView') : `${label(view.label)} · ${text('setUp')}`}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn ghost" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button type="button" className="btn pri" disabled={isBusy || !isReady(draft)} onClick={() => save(draft)}>
            {text('save')}
          </button>
        </>
      }
    >
      <DrawerPart title={text('kind')}>
        <KindChoice object={object} draft={draft} onChange={set} />
        <div className="field">
          <label htmlFor={id}>{text('name')}</label>
          <input
            id={id}
            className="inp"
            maxLength={40}
            value={draft.label['zh-CN']}
            onChange={(event) => set({ label: { ...draft.label, 'zh-CN': event.target.value } })}
          />
        </div>
        {isNew && <ForWhom draft={draft} onChange={set} />}
      </DrawerPart>
      <DrawerPart title={text('shown')}>
        <ManyPicker
          label={text('shown')}
          placeholder={text('shownHint')}
          choices={fields.map((field) => ({ id: field.name, title: label(field.label) }))}
          value={draft.columns}
          onChange={(columns) => set({ columns })}
        />
      </DrawerPart>
      <DrawerPart title={text('colours')} note={text('coloursHint')}>
        <ColourRules object={object} draft={draft} onChange={set} />
      </DrawerPart>
      {(draft.kind === 'list' || draft.kind === 'kanban') && (
        <DrawerPart title={text('summaries')} note={text('summariesHint')}>
          <SummaryLines object={object} draft={draft} onChange={set} />
        </DrawerPart>
      )}
    </Drawer>
  )
}
