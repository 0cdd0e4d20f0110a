import { useState } from 'react'
import { TriangleAlert } from 'lucide-react'
import { fieldOf, useObject } from '../../data/meta.ts'
import { useImportPreview, type ImportMapping, type ImportPolicy, type ImportPreview } from '../../data/imports.ts'
import { joined } from '../../i18n/joined.ts'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { CheckStep } from './check-step.tsx'
import { firstPolicy, isUsedTwice, lacksIdentity, missingFields } from './import-choices.ts'
import { ImportSteps } from './import-steps.tsx'
import { MappingTable } from './mapping-table.tsx'

const mappingOf = (preview: ImportPreview): ImportMapping =>
  Object.fromEntries(preview.columns.map(({ header, field }) => [header, field]))

function MapStep({
  preview,
  mapping,
  onMapping,
  onNext,
}: {
  preview: ImportPreview
  mapping: ImportMapping
  onMapping(next: ImportMapping): void
  onNext(): void
}) {
  const text = useText(importsMessages)
  const label = useLabel()
  const object = useObject(preview.object)
  const missing = missingFields(preview, mapping).map((name) => label(fieldOf(object, name)?.label ?? { 'zh-CN': name }))
  const used = Object.values(mapping).filter((field) => field !== null).length
  const why = lacksIdentity(preview, mapping)
    ? text('needsIdentity')
    : missing.length > 0
      ? text('needsRequired', { fields: joined(missing) })
      : undefined
  return (
    <>
      <div>
        <h3 className="h2">{text('mapping')}</h3>
        <p className="hint">{text('mappingNote')}</p>
      </div>
      <MappingTable preview={preview} mapping={mapping} onChange={onMapping} />
      <div className="row g8 import-bar">
        {why === undefined ? (
          <span className="t3 f13">{text('mapped', { n: used, left: preview.columns.length - used })}</span>
        ) : (
          <span className="row g6 warn f13" role="status">
            <TriangleAlert size={14} aria-hidden="true" />
            {why}
          </span>
        )}
        <span className="sp" />
        <button
          type="button"
          className="btn pri"
          disabled={why !== undefined || used === 0 || isUsedTwice(mapping)}
          onClick={onNext}
        >
          {text('toCheck')}
        </button>
      </div>
    </>
  )
}

/** What the file holds, where each column goes, what to do with what is here already: then it may run. */
export function ImportSetup({ id, onCancel }: { id: string; onCancel(): void }) {
  const text = useText(importsMessages)
  const [chosen, setChosen] = useState<ImportMapping | null>(null)
  const [policy, setPolicy] = useState<ImportPolicy | null>(null)
  const [isChecking, setChecking] = useState(false)
  const preview = useImportPreview(id, null)
  if (preview.error && !preview.data) return <LoadFailure error={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data) return <Skeleton />
  const mapping = chosen ?? mappingOf(preview.data)
  const map = (next: ImportMapping): void => {
    setChosen(next)
    setPolicy(null)
  }
  const check = (): void => {
    setChosen(mapping)
    setPolicy((before) => before ?? firstPolicy(preview.data, mapping))
    setChecking(true)
  }
  return (
    <>
      <ImportSteps at={isChecking ? 2 : 1} />
      <div className="row g8 wrap">
        <h2 className="h2">{preview.data.fileName}</h2>
        <span className="t3 f13">
          {text('summary', { rows: preview.data.rows.toLocaleString('en'), encoding: preview.data.encoding ?? 'Excel' })}
        </span>
        <span className="sp" />
        <button type="button" className="btn ghost" onClick={onCancel}>
          {text('other')}
        </button>
      </div>
      {preview.data.hiddenRows > 0 && <p className="hint">{text('hidden', { n: preview.data.hiddenRows })}</p>}
      {isChecking && policy ? (
        <CheckStep
          preview={preview.data}
          mapping={mapping}
          policy={policy}
          onPolicy={setPolicy}
          onBack={() => setChecking(false)}
        />
      ) : (
        <MapStep preview={preview.data} mapping={mapping} onMapping={map} onNext={check} />
      )}
    </>
  )
}
