import { useId, useState } from 'react'
import { TriangleAlert } from 'lucide-react'
import { useObject } from '../../data/meta.ts'
import {
  useImportPreview,
  useStartImport,
  type ImportMapping,
  type ImportPolicy,
  type ImportPreview,
} from '../../data/imports.ts'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ChoiceList } from '../../parts/admin-page/choice-list.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { RecordPicker } from '../../parts/pickers/record-picker.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'

const mappingOf = (preview: ImportPreview): ImportMapping =>
  Object.fromEntries(preview.columns.map(({ header, field }) => [header, field]))

function MappingTable({
  preview,
  mapping,
  onChange,
}: {
  preview: ImportPreview
  mapping: ImportMapping
  onChange(next: ImportMapping): void
}) {
  const text = useText(importsMessages)
  const label = useLabel()
  const fields = (useObject('lead')?.fields ?? []).filter((field) => !field.system && field.mayFill)
  const count = (name: string): number => Object.values(mapping).filter((field) => field === name).length
  return (
    <div className="card scroll-x">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{text('column')}</th>
            <th scope="col">{text('samples')}</th>
            <th scope="col">{text('field')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(({ header, samples }) => {
            const field = mapping[header] ?? null
            const isTwice = field !== null && count(field) > 1
            return (
              <tr key={header} className={field === null ? 'off' : ''}>
                <td className="b">{header}</td>
                <td className="t2 import-samples">{samples.slice(0, 3).join('、')}</td>
                <td className="import-field">
                  <select
                    className="inp"
                    aria-label={`${header} ${text('field')}`}
                    aria-invalid={isTwice}
                    value={field ?? ''}
                    onChange={(event) => onChange({ ...mapping, [header]: event.target.value || null })}
                  >
                    <option value="">{text('leaveOut')}</option>
                    {fields.map((one) => (
                      <option key={one.name} value={one.name}>
                        {label(one.label)}
                      </option>
                    ))}
                  </select>
                  {isTwice && <span className="field-note err">{text('usedTwice')}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Problems({ preview }: { preview: ImportPreview }) {
  const text = useText(importsMessages)
  const { checked, unfit } = preview.counts
  if (preview.problems.length === 0) return <p className="ok f13">{text('problemsNone', { n: checked })}</p>
  return (
    <>
      <p className="hint">
        {text('problemsNote', { n: checked })}
        {unfit > 0 && ` ${text('unfit', { n: unfit })}`}
      </p>
      <ul className="card import-problems">
        {preview.problems.map(({ number, cells, reason }) => (
          <li key={number}>
            <span className="t3 nw">{text('row', { n: number })}</span>
            <span className="warn">{reason}</span>
            <span className="t3 ell">{cells.filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function PolicyFields({ policy, onChange }: { policy: ImportPolicy; onChange(next: ImportPolicy): void }) {
  const text = useText(importsMessages)
  const id = useId()
  const campus = policy.defaults['campus']
  return (
    <div className="import-policy">
      <div className="field">
        <span className="label">{text('duplicates')}</span>
        <ChoiceList
          label={text('duplicates')}
          value={policy.duplicates}
          onChange={(duplicates) => onChange({ ...policy, duplicates })}
          choices={[
            { id: 'touch', title: text('touch') },
            { id: 'skip', title: text('skip') },
          ]}
        />
      </div>
      <div className="field">
        <span className="label">{text('assign')}</span>
        <ChoiceList
          label={text('assign')}
          value={policy.assign}
          onChange={(assign) => onChange({ ...policy, assign })}
          choices={[
            { id: 'rules', title: text('byRules') },
            { id: 'me', title: text('toMe') },
            { id: 'none', title: text('toNobody') },
          ]}
        />
      </div>
      <div className="field">
        <label htmlFor={id}>{text('campus')}</label>
        <RecordPicker
          id={id}
          object="campus"
          value={typeof campus === 'string' ? campus : null}
          onChange={(next) => onChange({ ...policy, defaults: next ? { campus: next } : {} })}
        />
      </div>
    </div>
  )
}

/** What the file holds, where each column goes, what to do with known customers: then it may run. */
export function ImportSetup({ id, onStarted, onCancel }: { id: string; onStarted(): void; onCancel(): void }) {
  const text = useText(importsMessages)
  const [chosen, setChosen] = useState<ImportMapping | null>(null)
  const [policy, setPolicy] = useState<ImportPolicy>({ duplicates: 'touch', assign: 'rules', defaults: {} })
  const preview = useImportPreview(id, chosen)
  const start = useStartImport()
  if (preview.error && !preview.data) return <LoadFailure error={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data) return <Skeleton />
  const mapping = chosen ?? mappingOf(preview.data)
  const used = Object.values(mapping).filter((field) => field !== null)
  const hasIdentity = used.includes('phone') || used.includes('wechat')
  const isReady = hasIdentity && new Set(used).size === used.length
  const rows = preview.data.rows - preview.data.counts.unfit
  const run = (): void => start.mutate({ id, mapping, policy }, { onSuccess: onStarted, onError: showFailure })
  return (
    <>
      <div className="row g8 wrap">
        <h2 className="h2">{preview.data.fileName}</h2>
        <span className="t3 f13">
          {text('summary', { rows: preview.data.rows.toLocaleString('en'), encoding: preview.data.encoding ?? 'Excel' })}
        </span>
        <span className="sp" />
        <button type="button" className="btn" onClick={onCancel}>
          {text('other')}
        </button>
        <button type="button" className="btn pri" disabled={!isReady || start.isPending} onClick={run}>
          {text('start', { n: rows.toLocaleString('en') })}
        </button>
      </div>
      {preview.data.hiddenRows > 0 && <p className="hint">{text('hidden', { n: preview.data.hiddenRows })}</p>}
      {!hasIdentity && (
        <p className="row g6 warn f13" role="status">
          <TriangleAlert size={14} aria-hidden="true" />
          {text('needsIdentity')}
        </p>
      )}
      <h3 className="h2">
        {text('mapping')} <span className="count">{text('mappingNote')}</span>
      </h3>
      <MappingTable preview={preview.data} mapping={mapping} onChange={setChosen} />
      <h3 className="h2">{text('policy')}</h3>
      <PolicyFields policy={policy} onChange={setPolicy} />
      <h3 className="h2">
        {text('problems')} {preview.data.counts.troubled > 0 && <span className="count">{preview.data.counts.troubled}</span>}
      </h3>
      <Problems preview={preview.data} />
    </>
  )
}
