import { useState } from 'react'
import type { CrmRecord } from '@jieli/core'
import { ApiError } from '../../data/api-error.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useRows, useSaveRows } from '../../data/sub-tables.ts'
import { subTableMessages } from '../../i18n/messages/sub-table-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { useFieldTools } from '../field-value/use-field-tools.ts'
import { LoadFailure, Skeleton } from '../page-states/page-states.tsx'
import { showFailure, showToast } from '../toast/toast-store.ts'
import { draftsOf, rowsToSave, type RowDraft } from './row-draft.ts'
import { cellIssues, issuesLeft, type CellIssues } from './cell-issues.ts'
import { SubTableGrid } from './sub-table-grid.tsx'

interface SubTableCardProps {
  /** The record's object, and its field that stands for the rows. */
  object: ObjectMeta
  field: FieldMeta
  part: ObjectMeta
  id: string
}

/** The rows of a record on its page. What is typed is saved in one go, or given up; until then nothing is changed. */
export function SubTableCard({ object, field, part, id }: SubTableCardProps) {
  const text = useText(subTableMessages)
  const label = useLabel()
  const list = useRows(part, id)
  const save = useSaveRows(object.name, part)
  const tools = useFieldTools(list.data?.refs)
  const [draft, setDraft] = useState<{ from: readonly CrmRecord[]; rows: RowDraft[] } | null>(null)
  const [issues, setIssues] = useState<CellIssues>(new Map())
  const stored = list.data?.records ?? []
  const rows = draft?.rows ?? draftsOf(stored)
  const name = label(field.label)
  const changes = draft ? rowsToSave(draft.from, draft.rows, part.partOf?.position ?? '') : []
  const mayEdit = field.right === 'write' && (part.can.update || part.can.create)
  const forget = (): void => {
    setDraft(null)
    setIssues(new Map())
  }
  const change = (next: RowDraft[]): void => {
    setDraft({ from: draft?.from ?? stored, rows: next })
    setIssues((before) => issuesLeft(before, rows, next))
  }
  const refuse = (error: unknown): void => {
    const found = error instanceof ApiError ? cellIssues(error.issues, field.name, changes) : new Map<string, string>()
    setIssues(found)
    if (found.size === 0) showFailure(error)
  }
  const submit = (): void =>
    save.mutate(
      { id, rows: { [field.name]: changes.map(({ row }) => row) } },
      {
        onError: refuse,
        onSuccess: () => {
          // The draft goes only when the saved rows have come: between the two the old ones would flash.
          void list.refetch().then(() => {
            forget()
            showToast({ tone: 'ok', text: text('saved', { name }) })
          })
        },
      },
    )
  return (
    <section className="card record-rows" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span className="count">{list.data ? rows.length : ''}</span>
      </header>
      {list.data ? (
        <SubTableGrid
          part={part}
          name={name}
          rows={rows}
          max={field.rows?.max ?? rows.length}
          tools={tools}
          issueOf={(key, column) => issues.get(`${key} ${column}`)}
          {...(mayEdit ? { onChange: change } : {})}
        />
      ) : list.error ? (
        <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Skeleton lines={3} />
      )}
      {changes.length > 0 && (
        // The open cell keeps the keyboard while the button is pressed: closing it would move the button from under the finger.
        <footer className="sub-table-save" onMouseDown={(event) => event.preventDefault()}>
          <span className="t2 f13">{text('unsaved', { n: changes.length })}</span>
          <button type="button" className="btn sm ghost" disabled={save.isPending} onClick={forget}>
            {text('discard')}
          </button>
          <button type="button" className="btn sm pri" disabled={save.isPending} onClick={submit}>
            {text('save')}
          </button>
        </footer>
      )}
    </section>
  )
}
