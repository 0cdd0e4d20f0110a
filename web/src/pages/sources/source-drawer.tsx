import { useId, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { ExternalLink, Printer } from 'lucide-react'
import type { Source } from '@jieli/core'
import { useConfig, useSaveConfig } from '../../data/config.ts'
import { useCan } from '../../data/session.ts'
import type { SourceHealth } from '../../data/sources.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { CopyButton } from '../../parts/admin-page/copy-button.tsx'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { MappingEditor } from './mapping-editor.tsx'
import { SecretEntry } from './secret-entry.tsx'
import { SourceState } from './source-state.tsx'
import { useConnectorLabel } from '../../parts/use-connector-label.ts'

function Forms({ forms }: { forms: SourceHealth['forms'] }) {
  const text = useText(sourcesMessages)
  if (forms.length === 0)
    return (
      <p className="hint">
        {text('formsNone')}{' '}
        <Link to={'/settings/forms'} className="link">
          {text('formNew')}
        </Link>
      </p>
    )
  return (
    <ul className="source-forms">
      {forms.map((form) => (
        <li key={form.id}>
          <img src={form.qrUrl} alt="" width={48} height={48} loading="lazy" />
          <span className="sp">
            <b className="ell">{form.title}</b>
            <span className="t3 f12 ell code">/f/{form.id}</span>
          </span>
          <a
            className="btn sm ghost icon"
            href={form.url}
            target="_blank"
            rel="noreferrer"
            aria-label={`${text('openForm')} ${form.title}`}
          >
            <ExternalLink size={14} />
          </a>
          <a
            className="btn sm ghost icon"
            href={form.sheetUrl}
            target="_blank"
            rel="noreferrer"
            aria-label={`${text('print')} ${form.title}`}
          >
            <Printer size={14} />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The settings of one source, for those who configure. */
function Settings({ entry }: { entry: { item: Source; rev: number } }) {
  const text = useText(sourcesMessages)
  const admin = useText(adminMessages)
  const id = useId()
  const [draft, setDraft] = useState(entry.item)
  const save = useSaveConfig('source')
  const isChanged = JSON.stringify(draft) !== JSON.stringify(entry.item)
  const store = (item: Source, said: string): void =>
    save.mutate(
      { id: item.id, rev: entry.rev, item },
      { onSuccess: () => showToast({ tone: 'ok', text: said }), onError: showFailure },
    )
  const turn = (enabled: boolean): void => {
    setDraft({ ...draft, enabled })
    store({ ...entry.item, enabled }, text(enabled ? 'turnedOn' : 'turnedOff', { name: draft.label }))
  }
  const isDoor = Object.keys(draft.mapping).length === 0 && ['form', 'manual', 'import'].includes(draft.connector)
  return (
    <>
      <DrawerPart title={text('settings')}>
        <Switch checked={draft.enabled} label={text('isOn')} onChange={turn} />
        <div className="field">
          <label htmlFor={id}>{text('name')}</label>
          <input
            id={id}
            className="inp"
            maxLength={60}
            value={draft.label}
            onChange={(event) => setDraft({ ...draft, label: event.target.value })}
          />
        </div>
      </DrawerPart>
      {!isDoor && (
        <DrawerPart title={text('mapping')} note={text('mappingNote')}>
          <MappingEditor
            mapping={draft.mapping}
            object={draft.object}
            onChange={(mapping) => setDraft({ ...draft, mapping })}
          />
        </DrawerPart>
      )}
      {isChanged && (
        <div className="drawer-part">
          <button
            type="button"
            className="btn pri"
            disabled={draft.label.trim() === '' || save.isPending}
            onClick={() => store(draft, text('saved', { name: draft.label }))}
          >
            {admin('save')}
          </button>
        </div>
      )}
    </>
  )
}

export function SourceDrawer({ source, onRefused, onClose }: { source: SourceHealth; onRefused(): void; onClose(): void }) {
  const text = useText(sourcesMessages)
  const label = useLabel()
  const can = useCan()
  const connectorLabel = useConnectorLabel()
  const { data } = useConfig('source', can('configure'))
  const entry = data?.find(({ item }) => item.id === source.id)
  return (
    <Drawer
      title={source.label}
      beside={
        <>
          <span className="t3 f13 nw">{connectorLabel(source.connector)}</span>
          <SourceState source={source} />
        </>
      }
      onClose={onClose}
    >
      {source.sentence && (
        <DrawerPart title={label(source.sentence)}>
          {source.failed > 0 ? (
            <button type="button" className="btn sm source-refused" onClick={onRefused}>
              {text('seeRefused', { n: source.failed })}
            </button>
          ) : null}
        </DrawerPart>
      )}
      {source.url && (
        <DrawerPart title={text('address')} note={text('addressNote')}>
          <div className="row g8">
            <code className="code code-box sp">{source.url}</code>
            <CopyButton value={source.url} />
          </div>
        </DrawerPart>
      )}
      {source.secrets.length > 0 && can('configure') && (
        <DrawerPart title={text('secrets')} note={text('secretNote')}>
          {source.secrets.map((secret) => (
            <SecretEntry key={secret.name} sourceId={source.id} {...secret} />
          ))}
        </DrawerPart>
      )}
      {source.connector === 'form' && (
        <DrawerPart title={text('forms')} note={String(source.forms.length)}>
          <Forms forms={source.forms} />
        </DrawerPart>
      )}
      {entry && <Settings key={entry.rev} entry={entry} />}
    </Drawer>
  )
}
