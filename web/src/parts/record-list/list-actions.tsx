import { Download, Upload } from 'lucide-react'
import { Link } from '@tanstack/react-router'
import type { ExportQuery } from '../../data/exports.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useCan } from '../../data/session.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ExportMenu } from './export-menu.tsx'

/** Records in from a table, and out as one. */
export function ListActions({ object, query }: { object: ObjectMeta; query: Omit<ExportQuery, 'format'> }) {
  const text = useText(listMessages)
  const can = useCan()
  return (
    <>
      {can('import') && object.can.create && (
        <Link to={'/imports'} search={{ object: object.name }} className="btn ghost desk-only">
          <Upload size={14} aria-hidden="true" />
          {text('import')}
        </Link>
      )}
      <ExportMenu
        object={object.name}
        label={text('export')}
        query={query}
        triggerClass="btn ghost desk-only"
        trigger={
          <>
            <Download size={14} aria-hidden="true" />
            {text('export')}
          </>
        }
      />
    </>
  )
}
