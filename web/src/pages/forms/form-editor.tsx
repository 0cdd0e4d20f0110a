import { useEffect, useState } from 'react'
import { ArrowLeft, ExternalLink, History } from 'lucide-react'
import { useConfig, type ConfigEntry } from '../../data/config.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { HistoryDrawer } from '../../parts/admin-page/history-drawer.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { AboutFields } from './about-fields.tsx'
import { EmbedFields } from './embed-fields.tsx'
import { FormPreview } from './form-preview.tsx'
import { isComplete } from './form-draft.ts'
import { PlaceFields } from './place-fields.tsx'
import { QuestionList } from './question-list.tsx'
import { ThanksFields } from './thanks-fields.tsx'
import { useFormChanges } from './use-form-changes.ts'

interface EditorProps {
  entry: ConfigEntry<'form'>
  onBack(): void
}

/** One form: words, place, questions; beside it what the customer sees. */
export function FormEditor({ entry, onBack }: EditorProps) {
  const text = useText(formsMessages)
  const admin = useText(adminMessages)
  const label = useLabel()
  const objects = useConfig('object').data ?? []
  const [draft, setDraft] = useState(entry.item)
  const [showsHistory, setShowsHistory] = useState(false)
  const { store, drop, isSaving, isDropping } = useFormChanges(entry, onBack)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(entry.item)
  // Somebody else's change arrives while nothing is typed here: shown at once. With a draft, saving will tell of the conflict.
  useEffect(() => {
    setDraft(entry.item)
  }, [entry.item])
  const object = objects.find(({ item }) => item.name === draft.object)?.item
  return (
    <>
      <TopBar
        title={label(entry.item.title)}
        count={`/f/${entry.item.id}`}
        beside={
          <button type="button" className="btn sm ghost form-back" onClick={onBack}>
            <ArrowLeft size={14} aria-hidden="true" />
            {text('back')}
          </button>
        }
      >
        <button type="button" className="btn ghost" onClick={() => setShowsHistory(true)}>
          <History size={14} aria-hidden="true" />
          {text('history')}
        </button>
        <a className="btn" href={`/f/${entry.item.id}`} target="_blank" rel="noreferrer">
          <ExternalLink size={14} aria-hidden="true" />
          {text('open')}
        </a>
        <button
          type="button"
          className="btn pri"
          disabled={!isChanged || !isComplete(draft) || isSaving}
          onClick={() => store(draft, text('saved', { name: label(draft.title) }))}
        >
          {text('save')}
        </button>
      </TopBar>
      <div className="admin-two">
        <div className="admin">
          <div className="row g12 wrap">
            <Switch
              checked={entry.item.enabled}
              label={text('isOn')}
              onChange={(enabled) =>
                store({ ...entry.item, enabled }, `${label(entry.item.title)} ${admin(enabled ? 'enabled' : 'disabled')}`)
              }
            />
            {isChanged && <span className="chip acc">{text('unsaved')}</span>}
          </div>
          <section className="card form-part">
            <h2 className="h2">
              {text('questions')} <span className="count">{text('questionsNote')}</span>
            </h2>
            <QuestionList
              questions={draft.fields}
              object={object}
              fixed={Object.keys(draft.fixed)}
              onChange={(fields) => setDraft({ ...draft, fields })}
            />
          </section>
          <AboutFields draft={draft} onChange={setDraft} />
          <ThanksFields draft={draft} onChange={setDraft} />
          <PlaceFields draft={draft} onChange={setDraft} />
          <EmbedFields draft={draft} onChange={setDraft} />
          <button type="button" className="btn danger form-delete" disabled={isDropping} onClick={drop}>
            {text('delete')}
          </button>
        </div>
        <aside>
          <FormPreview form={entry.item} rev={entry.rev} />
        </aside>
      </div>
      {showsHistory && (
        <HistoryDrawer
          kind="form"
          id={entry.item.id}
          title={`${label(entry.item.title)} · ${text('history')}`}
          onClose={() => setShowsHistory(false)}
        />
      )}
    </>
  )
}
