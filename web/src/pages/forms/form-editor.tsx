import { useEffect, useId, useState } from 'react'
import { ArrowLeft, Download, ExternalLink, History, Printer } from 'lucide-react'
import type { Form, Label } from '@jieli/core'
import { useConfig, useDeleteConfig, useSaveConfig, type ConfigEntry } from '../../data/config.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { CopyButton } from '../../parts/admin-page/copy-button.tsx'
import { HistoryDrawer } from '../../parts/admin-page/history-drawer.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { RecordPicker } from '../../parts/pickers/record-picker.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { QuestionList } from './question-list.tsx'

interface EditorProps {
  entry: ConfigEntry<'form'>
  onBack(): void
}
interface PartProps {
  draft: Form
  onChange(next: Form): void
}

const texts = ['title', 'intro', 'submitLabel', 'thanks'] as const
const textKeys = { title: 'heading', intro: 'intro', submitLabel: 'submitLabel', thanks: 'thanks' } as const

/** Chinese is typed; the English that is there stays, unless the text is emptied. */
const withText = (form: Form, key: (typeof texts)[number], typed: string): Form => {
  if (key !== 'intro') return { ...form, [key]: { ...form[key], 'zh-CN': typed } satisfies Label }
  const { intro, ...rest } = form
  return typed === '' ? rest : { ...rest, intro: { ...intro, 'zh-CN': typed } }
}

function AboutFields({ draft, onChange }: PartProps) {
  const text = useText(formsMessages)
  const id = useId()
  return (
    <section className="card form-part">
      <h2 className="h2">{text('about')}</h2>
      {texts.map((key) => (
        <div key={key} className="field">
          <label htmlFor={`${id}-${key}`}>{text(textKeys[key])}</label>
          <input
            id={`${id}-${key}`}
            className="inp"
            maxLength={80}
            value={draft[key]?.['zh-CN'] ?? ''}
            aria-invalid={key !== 'intro' && draft[key]?.['zh-CN'].trim() === ''}
            onChange={(event) => onChange(withText(draft, key, event.target.value))}
          />
        </div>
      ))}
    </section>
  )
}

function PlaceFields({ draft, onChange }: PartProps) {
  const text = useText(formsMessages)
  const id = useId()
  const sources = useConfig('source').data ?? []
  const { campus, ...others } = draft.fixed
  return (
    <section className="card form-part">
      <h2 className="h2">{text('where')}</h2>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}-source`}>{text('source')}</label>
          <select
            id={`${id}-source`}
            className="inp"
            value={draft.sourceId}
            onChange={(event) => onChange({ ...draft, sourceId: event.target.value })}
          >
            {sources
              .filter(({ item }) => item.connector === 'form' || item.id === draft.sourceId)
              .map(({ item }) => (
                <option key={item.id} value={item.id}>
                  {item.label}
                </option>
              ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-campus`}>
            {text('campus')} <span className="t3">{typeof campus === 'string' ? '' : text('campusNone')}</span>
          </label>
          <RecordPicker
            id={`${id}-campus`}
            object="campus"
            value={typeof campus === 'string' ? campus : null}
            onChange={(next) => onChange({ ...draft, fixed: next ? { ...others, campus: next } : others })}
          />
        </div>
      </div>
    </section>
  )
}

function Preview({ form, rev }: { form: Form; rev: number }) {
  const text = useText(formsMessages)
  const label = useLabel()
  const address = new URL(`/f/${form.id}`, location.href).href
  return (
    <>
      <div className="row g8 wrap form-code">
        <img src={`/f/${form.id}/qr.svg`} alt={text('code')} width={96} height={96} />
        <div className="sp stack-tight">
          <span className="code ell">{address}</span>
          <span className="t3 f12">{text('codeNote')}</span>
          <div className="row g6 wrap">
            <CopyButton value={address} />
            <a className="btn sm" href={`/f/${form.id}/sheet`} target="_blank" rel="noreferrer">
              <Printer size={14} aria-hidden="true" />
              {text('print')}
            </a>
            <a className="btn sm" href={`/f/${form.id}/qr.svg`} download={`${form.id}.svg`}>
              <Download size={14} aria-hidden="true" />
              {text('downloadCode')}
            </a>
          </div>
        </div>
      </div>
      <h2 className="h2">
        {text('preview')} <span className="count">{text('previewNote')}</span>
      </h2>
      <iframe
        key={rev}
        className="form-preview"
        title={`${text('preview')} ${label(form.title)}`}
        src={`/f/${form.id}`}
        sandbox=""
      />
    </>
  )
}

/** One form: words, place, questions; beside it what the customer sees. */
export function FormEditor({ entry, onBack }: EditorProps) {
  const text = useText(formsMessages)
  const admin = useText(adminMessages)
  const label = useLabel()
  const objects = useConfig('object').data ?? []
  const [draft, setDraft] = useState(entry.item)
  const [showsHistory, setShowsHistory] = useState(false)
  const save = useSaveConfig('form')
  const remove = useDeleteConfig('form')
  const isChanged = JSON.stringify(draft) !== JSON.stringify(entry.item)
  // Somebody else's change arrives while nothing is typed here: shown at once. With a draft, saving will tell of the conflict.
  useEffect(() => {
    setDraft(entry.item)
  }, [entry.item])
  const object = objects.find(({ item }) => item.name === draft.object)?.item
  const isReady =
    draft.title['zh-CN'].trim() !== '' && draft.submitLabel['zh-CN'].trim() !== '' && draft.thanks['zh-CN'].trim() !== ''
  const store = (item: Form, said: string): void =>
    save.mutate(
      { id: item.id, rev: entry.rev, item },
      { onSuccess: () => showToast({ tone: 'ok', text: said }), onError: showFailure },
    )
  const drop = (): void =>
    remove.mutate(entry.item.id, {
      onError: showFailure,
      onSuccess: () => {
        onBack()
        showToast({
          tone: 'ok',
          text: text('deleted', { name: label(entry.item.title) }),
          action: {
            label: admin('undo'),
            run: () => save.mutate({ id: entry.item.id, item: entry.item }, { onError: showFailure }),
          },
        })
      },
    })
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
          disabled={!isChanged || !isReady || save.isPending}
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
          <PlaceFields draft={draft} onChange={setDraft} />
          <button type="button" className="btn danger form-delete" disabled={remove.isPending} onClick={drop}>
            {text('delete')}
          </button>
        </div>
        <aside>
          <Preview form={entry.item} rev={entry.rev} />
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
