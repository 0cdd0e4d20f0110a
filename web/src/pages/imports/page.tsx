import { useNavigate, useSearch } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { importTemplateUrl, useImport, useImports, useUploadImport, type ImportProgress } from '../../data/imports.ts'
import { useMeta } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'
import { ImportResult, ImportState } from './import-result.tsx'
import { ImportSetup } from './import-setup.tsx'
import { ImportSteps } from './import-steps.tsx'
import { UploadBox } from './upload-box.tsx'
import '../../parts/admin-page/admin-page.css'
import './imports.css'

function History({ imports, onOpen }: { imports: ImportProgress[]; onOpen(id: string): void }) {
  const text = useText(importsMessages)
  const locale = useLocale()
  const now = useNow()
  const label = useLabel()
  const { objects } = useMeta()
  const {
    workspace: { timeZone },
  } = useMe()
  if (imports.length === 0) return <p className="hint">{text('historyEmpty')}</p>
  return (
    <div className="card scroll-x">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{text('file')}</th>
            <th scope="col">{text('what')}</th>
            <th scope="col">{text('when')}</th>
            <th scope="col">{text('by')}</th>
            <th scope="col" className="r">
              {text('rows')}
            </th>
            <th scope="col">{text('result')}</th>
            <th scope="col" className="r">
              {text('created')}
            </th>
            <th scope="col" className="r">
              {text('refused')}
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <tr key={one.id} className="opens" onClick={() => onOpen(one.id)}>
              <td>
                <button type="button" className="name" onClick={() => onOpen(one.id)}>
                  {one.fileName}
                </button>
              </td>
              <td className="nw t2">
                {label(objects.find((object) => object.name === one.object)?.label ?? { 'zh-CN': one.object })}
              </td>
              <td className="nw">{momentText(one.createdAt, now, { timeZone, locale })}</td>
              <td className="nw">{one.createdByName}</td>
              <td className="r">{one.rows.toLocaleString('en')}</td>
              <td>
                <ImportState one={one} />
              </td>
              <td className="r">{one.counts.created}</td>
              <td className={`r${one.counts.failed > 0 ? ' warn' : ' t3'}`}>{one.counts.failed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The objects that this person may make records of. */
function ObjectChoice({ value, onChange }: { value: string; onChange(object: string): void }) {
  const text = useText(importsMessages)
  const label = useLabel()
  const objects = useMeta().objects.filter((object) => object.can.create)
  return (
    <label className="row g8 f13">
      <span className="t2">{text('what')}</span>
      <select className="inp import-object" value={value} onChange={(event) => onChange(event.target.value)}>
        {objects.map((object) => (
          <option key={object.name} value={object.name}>
            {label(object.label)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A file becomes records: upload, look, say what the columns mean, check, run, take back. */
export function ImportsPage() {
  const text = useText(importsMessages)
  const { id, object = 'lead' } = useSearch({ strict: false }) as { id?: string; object?: string }
  const navigate = useNavigate()
  const go = (next?: string): void => void navigate({ to: '/imports', search: next ? { id: next } : {} })
  const imports = useImports()
  const current = useImport(id ?? null)
  const upload = useUploadImport()
  const take = (file: File): void =>
    upload.mutate({ file, object }, { onSuccess: (preview) => go(preview.id), onError: showFailure })
  return (
    <>
      <TopBar title={text('title')}>
        {id === undefined && (
          <a className="btn" href={importTemplateUrl(object)} download>
            <Download size={14} aria-hidden="true" />
            {text('template')}
          </a>
        )}
      </TopBar>
      <div className="admin">
        {id === undefined && (
          <>
            <ImportSteps at={0} />
            <ObjectChoice
              value={object}
              onChange={(next) => void navigate({ to: '/imports', search: { object: next }, replace: true })}
            />
            <UploadBox busyWith={upload.isPending ? upload.variables.file.name : null} onFile={take} />
            <h2 className="h2">{text('history')}</h2>
            {imports.error && !imports.data ? (
              <LoadFailure error={imports.error} onRetry={() => void imports.refetch()} />
            ) : imports.data ? (
              <History imports={imports.data} onOpen={go} />
            ) : (
              <Skeleton />
            )}
          </>
        )}
        {id !== undefined &&
          (current.error && !current.data ? (
            <LoadFailure error={current.error} onRetry={() => void current.refetch()} />
          ) : !current.data ? (
            <Skeleton />
          ) : current.data.status === 'preview' ? (
            <ImportSetup key={id} id={id} onCancel={() => go()} />
          ) : (
            <ImportResult key={id} one={current.data} onOther={() => go()} />
          ))}
      </div>
    </>
  )
}
