import { useEffect, useState, type FormEvent } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Value } from '@jieli/core'
import { ApiError } from '../../data/api-error.ts'
import { checkDuplicate, type DuplicateMatch } from '../../data/leads.ts'
import { useMeta, useObject } from '../../data/meta.ts'
import { useCreateRecord } from '../../data/records.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { FieldInput } from '../../parts/field-value/field-input.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { useTaken } from '../../parts/field-value/use-taken.ts'
import { LoadFailure } from '../../parts/page-states/page-states.tsx'
import { useNewRows } from '../../parts/sub-table/use-new-rows.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { subTablesIn } from '../record/field-sections.ts'
import './leads.css'

const firstFields = ['name', 'phone', 'wechat', 'grade', 'subject', 'campus', 'trialTime', 'source', 'note']

/** Warns while typing, also about customers one may not see: only that they exist. */
const useDuplicates = (values: Record<string, Value>): DuplicateMatch[] => {
  const [matches, setMatches] = useState<DuplicateMatch[]>([])
  const [phone, wechat] = [values['phone'] ?? null, values['wechat'] ?? null]
  useEffect(() => {
    const control = new AbortController()
    const asked = { ...(phone ? { phone } : {}), ...(wechat ? { wechat } : {}) }
    const timer = setTimeout(() => {
      if (Object.keys(asked).length === 0) return setMatches([])
      checkDuplicate(asked, control.signal).then(
        (answer) => setMatches(answer.matches),
        () => setMatches([]),
      )
    }, 250)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [phone, wechat])
  return matches
}

function DuplicateNote({ match }: { match: DuplicateMatch }) {
  const text = useText(leadsMessages)
  if (!match.visible || !match.recordId)
    return <p className="chip warn duplicate">{match.ownerHint ?? text('duplicateHidden')}</p>
  return (
    <Link className="chip warn duplicate" to="/leads" search={{ open: match.recordId }}>
      {text('duplicateSeen', { title: match.title ?? '', hint: match.ownerHint ? ` · ${match.ownerHint}` : '' })}
    </Link>
  )
}

export function NewLeadPage() {
  const text = useText(leadsMessages)
  const shell = useText(shellMessages)
  const object = useObject('lead')
  const tools = useFieldTools()
  const navigate = useNavigate()
  const create = useCreateRecord('lead')
  const [values, setValues] = useState<Record<string, Value>>({})
  const [showsAll, setShowsAll] = useState(false)
  const matches = useDuplicates(values)
  const takenNote = useTaken(object, values)
  const { objects } = useMeta()
  const { rows, grids } = useNewRows(object ? subTablesIn(object, objects) : [])
  // A customer we have gets one more touch, which has no rows.
  const isNew = matches.length === 0
  if (!object?.can.create) return <LoadFailure error={new ApiError('forbidden', '')} onRetry={() => {}} />
  const writable = object.fields.filter((field) => field.mayFill && !field.system)
  const fields = showsAll ? writable : writable.filter(({ name, required }) => required || firstFields.includes(name))
  const issues = create.error instanceof ApiError ? create.error.issues : []
  const issueOf = (name: string): string | undefined => {
    const issue = issues.find(({ path }) => path === name || path === `values.${name}`)
    return issue && (issue.message ?? issue.code)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    create.mutate(
      { values, ...(isNew ? (rows ? { rows } : {}) : { confirmTouch: true as const }) },
      {
        onSuccess: ({ record }) => {
          showToast({ tone: 'ok', text: text('created') })
          void navigate({ to: '/leads', search: { open: record.id } })
        },
        onError: showFailure,
      },
    )
  }
  return (
    <>
      <TopBar title={text('newLead')} />
      <form className="new-lead-form card" onSubmit={submit} noValidate>
        {fields.map((field) => {
          const issue = takenNote(field.name) ?? issueOf(field.name)
          return (
            <div key={field.name}>
              <FieldInput
                field={field}
                value={values[field.name]}
                tools={tools}
                onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
                {...(issue ? { issue } : {})}
                {...(field === fields[0] ? { autoFocus: true } : {})}
              />
              {matches
                .filter((match) => match.field === field.name)
                .map((match) => (
                  <DuplicateNote key={match.field} match={match} />
                ))}
            </div>
          )
        })}
        {isNew && grids(issues, tools)}
        <footer className="row g8">
          <button type="submit" className="btn pri touch-on-phone" disabled={create.isPending}>
            {text(isNew ? 'create' : 'addTouch')}
          </button>
          {!showsAll && (
            <button type="button" className="btn ghost" onClick={() => setShowsAll(true)}>
              {text('more')}
            </button>
          )}
          <Link to="/leads" className="btn ghost">
            {shell('cancel')}
          </Link>
        </footer>
      </form>
    </>
  )
}
