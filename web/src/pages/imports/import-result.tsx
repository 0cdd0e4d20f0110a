import { Link } from '@tanstack/react-router'
import { Download, Undo2 } from 'lucide-react'
import { importErrorsUrl, useUndoImport, type ImportProgress, type UndoneImport } from '../../data/imports.ts'
import { useObject } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { joined } from '../../i18n/joined.ts'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { Chip } from '../../parts/chip.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'
import { AskedRows } from './asked-rows.tsx'
import { ImportSteps } from './import-steps.tsx'

export function ImportState({ one }: { one: ImportProgress }) {
  const text = useText(importsMessages)
  if (one.counts.undone > 0) return <Chip>{text('undone')}</Chip>
  if (one.status === 'preview') return <Chip tone="acc">{text('waiting')}</Chip>
  if (one.status === 'running') return <Chip tone="acc">{text('running')}</Chip>
  return one.status === 'failed' ? <Chip tone="err">{text('failed')}</Chip> : <Chip tone="ok">{text('done')}</Chip>
}

const figures = [
  ['created', 'created'],
  ['touched', 'touched'],
  ['updated', 'updated'],
  ['skipped', 'skipped'],
  ['asked', 'asked'],
  ['failed', 'refused'],
] as const
const always = new Set(['created', 'failed'])

/** How far it is; then what came of it, the rows that did not, and the way back. */
export function ImportResult({ one, onOther }: { one: ImportProgress; onOther(): void }) {
  const text = useText(importsMessages)
  const { counts } = one
  return (
    <>
      <ImportSteps at={one.status === 'running' ? 3 : 4} />
      <div className="row g8 wrap">
        <h2 className="h2">{one.fileName}</h2>
        <ImportState one={one} />
        <span className="sp" />
        <button type="button" className="btn ghost" onClick={onOther}>
          {text('other')}
        </button>
      </div>
      {one.status === 'running' && <Progress one={one} />}
      {one.reason && (
        <p className="err f13" role="alert">
          {one.reason}
        </p>
      )}
      <dl className="card import-figures">
        {figures
          .filter(([name]) => always.has(name) || counts[name] > 0)
          .map(([name, key]) => (
            <div key={name}>
              <dd className={name === 'failed' && counts.failed > 0 ? 'warn' : ''}>{counts[name].toLocaleString('en')}</dd>
              <dt>{text(key)}</dt>
            </div>
          ))}
      </dl>
      <AskedRows one={one} />
      {one.status !== 'running' && <After one={one} />}
    </>
  )
}

function Progress({ one }: { one: ImportProgress }) {
  const text = useText(importsMessages)
  return (
    <div className="card import-progress">
      <progress max={Math.max(1, one.rows)} value={one.done} aria-label={text('running')} />
      <div className="row g8">
        <b>{text('progress', { done: one.done.toLocaleString('en'), rows: one.rows.toLocaleString('en') })}</b>
        <span className="sp" />
        <span className="t3 f13">{text('background')}</span>
      </div>
    </div>
  )
}

/** What can be done once it is through: look, mend, take back. */
function After({ one }: { one: ImportProgress }) {
  const text = useText(importsMessages)
  const label = useLabel()
  const object = useObject(one.object)
  const undo = useUndoImport()
  const { counts } = one
  const takeBack = (): void =>
    undo.mutate(one.id, {
      onSuccess: ({ undone, reverted, kept }) =>
        showToast({
          tone: 'ok',
          text: joined(
            [
              text('undoneToast', { n: undone }),
              ...(reverted > 0 ? [text('reverted', { n: reverted })] : []),
              ...(kept.count > 0 ? [text('kept', { n: kept.count })] : []),
            ],
            'parts',
          ),
        }),
      onError: showFailure,
    })
  return (
    <>
      <div className="row g8 wrap">
        {object && (
          <Link to={one.object === 'lead' ? '/leads' : `/objects/${one.object}`} className="btn">
            {text('seeRecords', { object: label(object.label) })}
          </Link>
        )}
        {counts.failed > 0 && (
          <a className="btn" href={importErrorsUrl(one.id)} download>
            <Download size={14} aria-hidden="true" />
            {text('errors', { n: counts.failed })}
          </a>
        )}
        {counts.created + counts.updated > 0 && counts.undone === 0 && (
          <button type="button" className="btn danger" disabled={undo.isPending} onClick={takeBack}>
            <Undo2 size={14} aria-hidden="true" />
            {text(undo.isPending ? 'undoing' : 'undo')}
          </button>
        )}
      </div>
      {undo.data ? (
        <Kept one={one} undone={undo.data} />
      ) : (
        counts.kept > 0 && <p className="hint">{text('kept', { n: counts.kept })}</p>
      )}
    </>
  )
}

/** Records that an undo left alone, with who changed them last. */
function Kept({ one, undone }: { one: ImportProgress; undone: UndoneImport }) {
  const text = useText(importsMessages)
  const locale = useLocale()
  const now = useNow()
  const {
    workspace: { timeZone },
  } = useMe()
  if (undone.kept.count === 0) return null
  return (
    <section className="card import-asked">
      <header>
        <h3 className="h2">{text('keptTitle')}</h3>
        <span className="count">{undone.kept.count.toLocaleString('en')}</span>
      </header>
      <ul>
        {undone.kept.records.map(({ id, title, last }) => (
          <li key={id}>
            <Link to={one.object === 'lead' ? `/leads/${id}` : `/objects/${one.object}/${id}`} className="b ell">
              {title || id}
            </Link>
            <span className="t3 ell sp">
              {last?.by
                ? text('keptBy', { who: last.by, when: momentText(last.at, now, { timeZone, locale }) })
                : text('keptElse')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
