import { useState } from 'react'
import { Inbox, RotateCw } from 'lucide-react'
import type { Value } from '@jieli/core'
import { useObject } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { useCaptures, useRerunCapture, type Capture, type SourceHealth } from '../../data/sources.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { FieldInput } from '../../parts/field-value/field-input.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'
import { useRefusalText } from './use-refusal-text.ts'

const usuallyMissing = ['name', 'phone', 'wechat', 'subject', 'campus', 'note']

/** The original as it came, and blanks for what to put right. */
function FixDrawer({ capture, sourceLabel, onClose }: { capture: Capture; sourceLabel: string; onClose(): void }) {
  const text = useText(sourcesMessages)
  const object = useObject('lead')
  const tools = useFieldTools()
  const [values, setValues] = useState<Record<string, Value>>({})
  const rerun = useRerunCapture()
  const refusalText = useRefusalText()
  const named = capture.issues.map(({ path }) => path)
  const fields = [...new Set([...named, ...usuallyMissing])].flatMap(
    (name) => object?.fields.find((field) => field.name === name && !field.readOnly && field.right !== 'mask') ?? [],
  )
  const run = (): void => {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
    rerun.mutate(
      { id: capture.id, values: given },
      {
        onError: showFailure,
        onSuccess: ({ captured }) => {
          if (captured.status === 'refused')
            return showToast({ tone: 'err', text: text('rerunAgain', { reason: refusalText(captured) }) })
          showToast({ tone: 'ok', text: text('rerunDone') })
          onClose()
        },
      },
    )
  }
  return (
    <Drawer
      title={text('fix')}
      beside={<span className="t3 f13">{sourceLabel}</span>}
      onClose={onClose}
      footer={
        <button type="button" className="btn pri" disabled={rerun.isPending} onClick={run}>
          <RotateCw size={14} aria-hidden="true" />
          {text('rerun')}
        </button>
      }
    >
      <DrawerPart title={text('reason')}>
        <p className="err">{refusalText(capture)}</p>
      </DrawerPart>
      <DrawerPart title={text('original')} note={text('privacy')}>
        <div className="code-box f13">{capture.preview}</div>
      </DrawerPart>
      <DrawerPart title={text('fix')} note={text('fixNote')}>
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            field={{ ...field, required: false }}
            value={values[field.name]}
            tools={tools}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
      </DrawerPart>
    </Drawer>
  )
}

/** What could not be taken: kept, with the reason, to be run again. */
export function RefusedList({
  sources,
  sourceId,
  onSource,
}: {
  sources: SourceHealth[]
  sourceId: string | undefined
  onSource(id: string | undefined): void
}) {
  const text = useText(sourcesMessages)
  const locale = useLocale()
  const now = useNow()
  const {
    workspace: { timeZone },
  } = useMe()
  const captures = useCaptures({ status: 'refused', ...(sourceId ? { source: sourceId } : {}) })
  const refusalText = useRefusalText()
  const [fixing, setFixing] = useState<Capture | null>(null)
  const labelOf = (id: string): string => sources.find((source) => source.id === id)?.label ?? id
  if (captures.error && !captures.data) return <LoadFailure error={captures.error} onRetry={() => void captures.refetch()} />
  if (!captures.data) return <Skeleton />
  return (
    <>
      <select
        className="inp source-filter"
        aria-label={text('source')}
        value={sourceId ?? ''}
        onChange={(event) => onSource(event.target.value || undefined)}
      >
        <option value="">{text('allSources')}</option>
        {sources.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {captures.data.length === 0 ? (
        <PageState icon={Inbox} title={text('refusedEmptyTitle')} text={text('refusedEmptyText')} />
      ) : (
        <div className="card scroll-x">
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">{text('received')}</th>
                <th scope="col">{text('source')}</th>
                <th scope="col">{text('reason')}</th>
                <th scope="col">{text('original')}</th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {captures.data.map((capture) => (
                <tr key={capture.id}>
                  <td className="nw">{momentText(capture.receivedAt, now, { timeZone, locale })}</td>
                  <td className="nw">{labelOf(capture.sourceId)}</td>
                  <td>
                    {refusalText(capture)}
                    {capture.attempts > 1 && <span className="t3 f12"> {text('attempts', { n: capture.attempts })}</span>}
                  </td>
                  <td className="t2 capture-preview">{capture.preview}</td>
                  <td className="r">
                    <button type="button" className="btn sm" onClick={() => setFixing(capture)}>
                      {text('fix')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {captures.hasNextPage && (
        <button
          type="button"
          className="btn source-filter"
          disabled={captures.isFetchingNextPage}
          onClick={() => void captures.fetchNextPage()}
        >
          {text('more')}
        </button>
      )}
      {fixing && (
        <FixDrawer key={fixing.id} capture={fixing} sourceLabel={labelOf(fixing.sourceId)} onClose={() => setFixing(null)} />
      )}
    </>
  )
}
