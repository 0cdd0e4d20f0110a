import { useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ExternalLink, Plus, Printer, QrCode, Search } from 'lucide-react'
import type { Form } from '@jieli/core'
import { useConfig, useSaveConfig } from '../../data/config.ts'
import { useRecordTitles } from '../../data/record-titles.ts'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { Chip } from '../../parts/chip.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { FormEditor } from './form-editor.tsx'
import { NewFormDialog } from './new-form-dialog.tsx'
import '../../parts/admin-page/admin-page.css'
import './forms.css'

const campusOf = (form: Form): string | undefined =>
  typeof form.fixed['campus'] === 'string' ? form.fixed['campus'] : undefined

function FormCard({ form, place, onOpen }: { form: Form; place: string; onOpen(): void }) {
  const text = useText(formsMessages)
  const label = useLabel()
  return (
    <li className="card form-card">
      <img src={`/f/${form.id}/qr.svg`} alt="" width={72} height={72} loading="lazy" />
      <div className="sp stack-tight">
        <button type="button" className="form-name" onClick={onOpen}>
          {place || label(form.title)}
        </button>
        <span className="t2 f13 ell">{place ? label(form.title) : ''}</span>
        <span className="row g6">
          <span className="t3 f12 code ell">/f/{form.id}</span>
          <span className="t3 f12 nw">{text('fieldCount', { n: form.fields.length })}</span>
          {!form.enabled && <Chip tone="warn">{text('off')}</Chip>}
        </span>
      </div>
      <div className="form-links">
        <a
          className="btn sm ghost icon"
          href={`/f/${form.id}`}
          target="_blank"
          rel="noreferrer"
          aria-label={`${text('open')} ${place || label(form.title)}`}
        >
          <ExternalLink size={14} />
        </a>
        <a
          className="btn sm ghost icon"
          href={`/f/${form.id}/sheet`}
          target="_blank"
          rel="noreferrer"
          aria-label={`${text('print')} ${place || label(form.title)}`}
        >
          <Printer size={14} />
        </a>
      </div>
    </li>
  )
}

/** Public forms with their codes; one opens to be edited beside its preview. */
export function FormsPage() {
  const text = useText(formsMessages)
  const label = useLabel()
  const { data, error, refetch } = useConfig('form')
  const sources = useConfig('source').data ?? []
  const save = useSaveConfig('form')
  const { form: openId } = useSearch({ strict: false }) as { form?: string }
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const [isAdding, setAdding] = useState(false)
  const forms = (data ?? []).map(({ item }) => item)
  const titles = useRecordTitles({ campus: forms.flatMap((form) => campusOf(form) ?? []) })
  const placeOf = (form: Form): string =>
    titles[campusOf(form) ?? ''] ?? sources.find(({ item }) => item.id === form.sourceId)?.item.label ?? ''
  const go = (form?: string): void => void navigate({ to: '/settings/forms', search: form ? { form } : {} })
  const opened = data?.find(({ item }) => item.id === openId)
  if (opened) return <FormEditor key={opened.item.id} entry={opened} onBack={() => go()} />
  const found = forms.filter((form) =>
    `${placeOf(form)}${label(form.title)}${form.id}`.toLowerCase().includes(search.trim().toLowerCase()),
  )
  const create = (form: Form): void =>
    save.mutate(
      { id: form.id, item: form },
      {
        onSuccess: () => {
          setAdding(false)
          go(form.id)
        },
        onError: showFailure,
      },
    )
  return (
    <>
      <TopBar title={text('title')} count={data ? String(forms.length) : undefined}>
        <button type="button" className="btn pri" onClick={() => setAdding(true)}>
          <Plus size={14} aria-hidden="true" />
          {text('add')}
        </button>
      </TopBar>
      <div className="admin">
        {error && !data ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <Skeleton />
        ) : forms.length === 0 ? (
          <PageState icon={QrCode} tone="acc" title={text('emptyTitle')} text={text('emptyText')}>
            <button type="button" className="btn pri" onClick={() => setAdding(true)}>
              {text('add')}
            </button>
          </PageState>
        ) : (
          <>
            <label className="form-search">
              <Search size={14} aria-hidden="true" />
              <input
                type="search"
                aria-label={text('find')}
                placeholder={text('find')}
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            </label>
            <ul className="form-cards">
              {found.map((form) => (
                <FormCard key={form.id} form={form} place={placeOf(form)} onOpen={() => go(form.id)} />
              ))}
            </ul>
          </>
        )}
      </div>
      {isAdding && (
        <NewFormDialog
          forms={forms}
          sourceId={sources.find(({ item }) => item.connector === 'form')?.item.id ?? ''}
          onCreate={create}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}
