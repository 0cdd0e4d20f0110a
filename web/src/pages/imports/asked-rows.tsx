import { useAnswerImport, useAskedRows, type ImportProgress } from '../../data/imports.ts'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure } from '../../parts/toast/toast-store.ts'

/** Rows whose record is here already: each beside it, to be updated or left. */
export function AskedRows({ one }: { one: ImportProgress }) {
  const text = useText(importsMessages)
  const answer = useAnswerImport()
  const asked = useAskedRows(one.id, one.status === 'done' && one.counts.asked > 0)
  if (one.counts.asked === 0 || !asked.data) return null
  const say = (what: 'update' | 'skip', rows?: number[]): void =>
    answer.mutate({ id: one.id, answer: what, ...(rows ? { rows } : {}) }, { onError: showFailure })
  return (
    <section className="card import-asked">
      <header>
        <h3 className="h2">{text('askedTitle')}</h3>
        <span className="count">{one.counts.asked.toLocaleString('en')}</span>
        <span className="sp" />
        <button type="button" className="btn sm" disabled={answer.isPending} onClick={() => say('skip')}>
          {text('skipAll')}
        </button>
        <button type="button" className="btn sm pri" disabled={answer.isPending} onClick={() => say('update')}>
          {text('updateAll')}
        </button>
      </header>
      <ul>
        {asked.data.rows.map(({ number, cells, record }) => (
          <li key={number}>
            <span className="t3 nw">{text('row', { n: number })}</span>
            <b className="ell">{record?.title ?? text('askedTwice')}</b>
            <span className="t3 ell sp">{cells.filter(Boolean).join(' · ')}</span>
            <button type="button" className="btn xs" disabled={answer.isPending} onClick={() => say('skip', [number])}>
              {text('skipOne')}
            </button>
            <button type="button" className="btn xs" disabled={answer.isPending} onClick={() => say('update', [number])}>
              {text('updateOne')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
