import { useId, useState } from 'react'
import { Plus, X } from 'lucide-react'
import { viewKinds, type View } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useSaveConfig } from '../../data/config.ts'
import { useCan } from '../../data/session.ts'
import { contentOf, useChangeView, useCreateView } from '../../data/views.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { recordViews } from '../../record-views/record-view.ts'
import { Drawer, DrawerPart } from '../admin-page/drawer.tsx'
import { ManyPicker } from '../admin-page/many-picker.tsx'
import { ConditionField } from '../conditions/condition-field.tsx'
import { showFailure, showToast } from '../toast/toast-store.ts'
import { fieldTypeOf } from '../condition-builder/condition-fields.ts'
import '../admin-page/admin-page.css'

interface ViewSettingsProps {
  object: ObjectMeta
  view: View
  isNew: boolean
  onClose(): void
  onSaved(id: string): void
}

const tones = ['ok', 'warn', 'err', 'acc', 'mute'] as const
const figures = ['sum', 'avg', 'min', 'max', 'filled'] as const

/** How a view looks: its kind and the fields that takes, what it shows, colours by condition, figures below. */
export function ViewSettings({ object, view, isNew, onClose, onSaved }: ViewSettingsProps) {
  const text = useText(recordViewsMessages)
  const shell = useText(shellMessages)
  const label = useLabel()
  const id = useId()
  const [draft, setDraft] = useState(view)
  const { save, isBusy } = useStoreView({ isNew, onSaved, onClose })
  const set = (change: Partial<View>): void => setDraft({ ...draft, ...change })
  const missing = recordViews[draft.kind].slots.some(({ member, isRequired }) => isRequired && !draft[member])
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
          <button
            type="button"
            className="btn pri"
            disabled={isBusy || missing || draft.label['zh-CN'].trim() === ''}
            onClick={() => save(draft)}
          >
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
        <Colours object={object} draft={draft} onChange={set} />
      </DrawerPart>
      {(draft.kind === 'list' || draft.kind === 'kanban') && (
        <DrawerPart title={text('summaries')} note={text('summariesHint')}>
          <Summaries object={object} draft={draft} onChange={set} />
        </DrawerPart>
      )}
    </Drawer>
  )
}

/** One's own views go one way, those for everybody another. */
const useStoreView = ({ isNew, onSaved, onClose }: Pick<ViewSettingsProps, 'isNew' | 'onSaved' | 'onClose'>) => {
  const text = useText(recordViewsMessages)
  const label = useLabel()
  const create = useCreateView()
  const change = useChangeView()
  const share = useSaveConfig('view')
  const save = (draft: View): void => {
    const told = {
      onError: showFailure,
      onSuccess: (answer: unknown) => {
        showToast({ tone: 'ok', text: text('saved', { name: label(draft.label) }) })
        onSaved((answer as { view?: View }).view?.id ?? draft.id)
        onClose()
      },
    }
    if (draft.ownerId === null) share.mutate({ id: draft.id, item: draft }, told)
    else if (isNew) create.mutate(contentOf(draft), told)
    else change.mutate({ id: draft.id, content: contentOf(draft) }, told)
  }
  return { save, isBusy: create.isPending || change.isPending || share.isPending }
}

interface PartProps {
  object: ObjectMeta
  draft: View
  onChange(change: Partial<View>): void
}

function KindChoice({ object, draft, onChange }: PartProps) {
  const text = useText(recordViewsMessages)
  const label = useLabel()
  const id = useId()
  return (
    <>
      <div className="view-kinds" role="radiogroup" aria-label={text('kind')}>
        {viewKinds.map((kind) => {
          const { icon: Icon, slots } = recordViews[kind]
          const isPossible = slots.every(({ isRequired, accepts }) => !isRequired || object.fields.some(accepts))
          return (
            <button
              key={kind}
              type="button"
              role="radio"
              aria-checked={draft.kind === kind}
              disabled={!isPossible}
              title={isPossible ? undefined : text('noField')}
              onClick={() => onChange({ kind })}
            >
              <Icon size={20} strokeWidth={1.75} aria-hidden="true" />
              {text(kind)}
            </button>
          )
        })}
      </div>
      {recordViews[draft.kind].slots.map(({ member, isRequired, accepts }) => (
        <div key={member} className="field">
          <label htmlFor={`${id}-${member}`}>{text(member)}</label>
          <select
            id={`${id}-${member}`}
            className="inp"
            value={draft[member] ?? ''}
            onChange={(event) => onChange({ [member]: event.target.value || undefined })}
          >
            <option value="">{isRequired ? '—' : text('none')}</option>
            {object.fields.filter(accepts).map((field) => (
              <option key={field.name} value={field.name}>
                {label(field.label)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  )
}

function ForWhom({ draft, onChange }: Omit<PartProps, 'object'>) {
  const text = useText(recordViewsMessages)
  const words = useText(listMessages)
  const can = useCan()
  if (!can('configure')) return null
  return (
    <div className="seg" role="radiogroup" aria-label={text('forWhom')}>
      {[false, true].map((isForAll) => (
        <button
          key={String(isForAll)}
          type="button"
          role="radio"
          aria-checked={(draft.ownerId === null) === isForAll}
          onClick={() => onChange({ ownerId: isForAll ? null : '' })}
        >
          {words(isForAll ? 'forAll' : 'onlyMe')}
        </button>
      ))}
    </div>
  )
}

function Colours({ object, draft, onChange }: PartProps) {
  const text = useText(recordViewsMessages)
  // Rules have no ids: their places are their names, so one that goes away redraws those below it.
  const set = (at: number, rule: View['colours'][number] | null): void =>
    onChange({ colours: rule ? draft.colours.with(at, rule) : draft.colours.toSpliced(at, 1) })
  return (
    <>
      {draft.colours.map((rule, at) => (
        <div key={`${draft.colours.length} ${at}`} className="colour-rule">
          <div className="row g8">
            <select
              className={`inp tone-${rule.tone}`}
              aria-label={text('colours')}
              value={rule.tone}
              onChange={(event) => set(at, { ...rule, tone: event.target.value as (typeof tones)[number] })}
            >
              {tones.map((tone) => (
                <option key={tone} value={tone}>
                  {text(tone)}
                </option>
              ))}
            </select>
            <button type="button" className="btn sm ghost icon" aria-label={text('removeColour')} onClick={() => set(at, null)}>
              <X size={14} />
            </button>
          </div>
          <ConditionField
            title=""
            object={object}
            value={'value' in rule.where ? undefined : rule.where}
            onChange={(where) => set(at, { ...rule, where: where ?? { value: true } })}
          />
        </div>
      ))}
      {draft.colours.length < 8 && (
        <button
          type="button"
          className="btn sm"
          onClick={() => onChange({ colours: [...draft.colours, { where: { value: true }, tone: 'warn' }] })}
        >
          <Plus size={14} aria-hidden="true" />
          {text('addColour')}
        </button>
      )}
    </>
  )
}

function Summaries({ object, draft, onChange }: PartProps) {
  const text = useText(recordViewsMessages)
  const label = useLabel()
  const isNumber = (name: string): boolean =>
    fieldTypeOf(object.fields.find((field) => field.name === name)?.type ?? '')?.valueType === 'number'
  const free = object.fields.filter(
    ({ name, system, type }) =>
      !system && fieldTypeOf(type)?.isOpaque !== true && !draft.summaries.some(({ field }) => field === name),
  )
  return (
    <>
      {draft.summaries.map((summary, at) => (
        <div key={summary.field} className="row g8">
          <span className="sp ell">
            {label(object.fields.find(({ name }) => name === summary.field)?.label ?? { 'zh-CN': summary.field })}
          </span>
          <select
            className="inp"
            aria-label={text('summaries')}
            value={summary.fn}
            onChange={(event) =>
              onChange({
                summaries: draft.summaries.with(at, { ...summary, fn: event.target.value as (typeof figures)[number] }),
              })
            }
          >
            {figures
              .filter((fn) => fn === 'filled' || isNumber(summary.field))
              .map((fn) => (
                <option key={fn} value={fn}>
                  {text(fn)}
                </option>
              ))}
          </select>
          <button
            type="button"
            className="btn sm ghost icon"
            aria-label={text('removeSummary')}
            onClick={() => onChange({ summaries: draft.summaries.toSpliced(at, 1) })}
          >
            <X size={14} />
          </button>
        </div>
      ))}
      {draft.summaries.length < 12 && free.length > 0 && (
        <select
          className="inp"
          aria-label={text('addSummary')}
          value=""
          onChange={({ target: { value: field } }) =>
            onChange({ summaries: [...draft.summaries, { field, fn: isNumber(field) ? 'sum' : 'filled' }] })
          }
        >
          <option value="">{text('addSummary')}</option>
          {free.map((field) => (
            <option key={field.name} value={field.name}>
              {label(field.label)}
            </option>
          ))}
        </select>
      )}
    </>
  )
}
