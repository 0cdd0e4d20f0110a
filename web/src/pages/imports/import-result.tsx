import { Link } from '@tanstack/react-router'
import { Download, Undo2 } from 'lucide-react'
import { importErrorsUrl, useUndoImport, type ImportProgress } from '../../data/imports.ts'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

export function ImportState({ one }: { one: ImportProgress }) {
  const text = useText(importsMessages)
  if (one.counts.undone > 0) return <Chip>{text('undone')}</Chip>
  if (one.status === 'preview') return <Chip tone="acc">{text('waiting')}</Chip>
  if (one.status === 'running') return <Chip tone="acc">{text('running')}</Chip>
  return one.status === 'failed' ? <Chip tone="err">{text('failed')}</Chip> : <Chip tone="ok">{text('done')}</Chip>
}

/** How far it is; then what came of it, the rows that did not, and the way back. */
export function ImportResult({ one, onOther }: { one: ImportProgress; onOther(): void }) {
  const text = useText(importsMessages)
  const undo = useUndoImport()
  const { counts } = one
  const takeBack = (): void =>
    undo.mutate(one.id, {
      onSuccess: ({ undone, kept }) =>
        showToast({
          tone: 'ok',
          text: [text('undoneToast', { n: undone }), ...(kept.count > 0 ? [text('kept', { n: kept.count })] : [])].join('；'),
        }),
      onError: showFailure,
    })
  const figures = [
    ['created', counts.created],
    ['touched', counts.touched],
    ['skipped', counts.skipped],
    ['refused', counts.failed],
  ] as const
  return (
    <>
      <div className="row g8 wrap">
        <h2 className="h2">{one.fileName}</h2>
        <ImportState one={one} />
        <span className="sp" />
        <button type="button" className="btn" onClick={onOther}>
          {text('other')}
        </button>
      </div>
      {one.status === 'running' && (
        <div className="card import-progress">
          <progress max={Math.max(1, one.rows)} value={one.done} aria-label={text('running')} />
          <div className="row g8">
            <b>{text('progress', { done: one.done.toLocaleString('en'), rows: one.rows.toLocaleString('en') })}</b>
            <span className="sp" />
            <span className="t3 f13">{text('background')}</span>
          </div>
        </div>
      )}
      {one.reason && (
        <p className="err f13" role="alert">
          {one.reason}
        </p>
      )}
      <dl className="card import-figures">
        {figures.map(([key, count]) => (
          <div key={key}>
            <dd className={key === 'refused' && count > 0 ? 'warn' : ''}>{count.toLocaleString('en')}</dd>
            <dt>{text(key)}</dt>
          </div>
        ))}
      </dl>
      {counts.kept > 0 && <p className="hint">{text('kept', { n: counts.kept })}</p>}
      {one.status !== 'running' && (
        <div className="row g8 wrap">
          <Link to="/leads" className="btn">
            {text('seeLeads')}
          </Link>
          {counts.failed > 0 && (
            <a className="btn" href={importErrorsUrl(one.id)} download>
              <Download size={14} aria-hidden="true" />
              {text('errors', { n: counts.failed })}
            </a>
          )}
          {counts.created > 0 && counts.undone === 0 && (
            <button type="button" className="btn danger" disabled={undo.isPending} onClick={takeBack}>
              <Undo2 size={14} aria-hidden="true" />
              {text(undo.isPending ? 'undoing' : 'undo')}
            </button>
          )}
        </div>
      )}
    </>
  )
}
