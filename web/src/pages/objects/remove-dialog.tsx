import type { FieldUse, Label } from '@jieli/core'
import { useImpact, useRemove, useRestore, type Place } from '../../data/field-life.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

const kindKeys = {
  view: 'kind_view',
  board: 'kind_board',
  form: 'kind_form',
  role: 'kind_role',
  source: 'kind_source',
  object: 'kind_object',
} as const

const kindKey = (kind: string): (typeof kindKeys)[keyof typeof kindKeys] | 'kind_other' =>
  (kindKeys as Partial<Record<string, (typeof kindKeys)[keyof typeof kindKeys]>>)[kind] ?? 'kind_other'

function Uses({ uses, how }: { uses: FieldUse[]; how: FieldUse['how'] }) {
  const text = useText(fieldLifeMessages)
  // Twenty-four forms of one name are one word with a count.
  const some = [
    ...Map.groupBy(
      uses.filter((use) => use.how === how),
      (use) => `${use.kind} ${use.label}`,
    ).values(),
  ]
  if (some.length === 0) return null
  return (
    <div className="uses">
      <p className={how === 'decides' ? 'field-note err' : 't3 f12'}>{text(how === 'decides' ? 'holdsBack' : 'onlyShows')}</p>
      <div className="row g8 wrap">
        {some.map(([use, ...more]) => (
          <Chip key={`${use?.kind} ${use?.id}`} {...(how === 'decides' ? { tone: 'warn' as const } : {})}>
            {text(kindKey(use?.kind ?? ''))} · {use?.label}
            {more.length > 0 && ` × ${more.length + 1}`}
          </Chip>
        ))}
      </div>
    </div>
  )
}

/** What goes with a field or an object, and what holds it back; then it goes, with a way back. */
export function RemoveDialog({ place, label, onClose }: { place: Place; label: Label; onClose(isGone: boolean): void }) {
  const text = useText(fieldLifeMessages)
  const name = useLabel()(label)
  const impact = useImpact(place)
  const remove = useRemove()
  const restore = useRestore()
  const isHeldBack = impact.data?.uses.some(({ how }) => how === 'decides') ?? true
  const isField = place.field !== null
  const go = (): void =>
    remove.mutate(place, {
      onError: showFailure,
      onSuccess: ({ recycledId }) => {
        const undo = (): void =>
          restore.mutate(recycledId, {
            onError: showFailure,
            onSuccess: () => showToast({ tone: 'ok', text: text('restored', { name }) }),
          })
        showToast({ tone: 'ok', text: text('removed', { name }), action: { label: text('undo'), run: undo } })
        onClose(true)
      },
    })
  return (
    <Dialog title={text(isField ? 'removeField' : 'removeObject', { name })} onClose={() => onClose(false)}>
      {impact.isPending && <Skeleton lines={3} />}
      {impact.error && <LoadFailure error={impact.error} onRetry={() => void impact.refetch()} />}
      {impact.data && (
        <div className="stack">
          <p>
            {text(isField ? 'filledField' : 'filledObject', {
              n: `${impact.data.filled.value.toLocaleString()}${impact.data.filled.capped ? '+' : ''}`,
            })}
          </p>
          {impact.data.uses.length === 0 && <p className="t2">{text('notUsed')}</p>}
          <Uses uses={impact.data.uses} how="decides" />
          <Uses uses={impact.data.uses} how="shows" />
          <p className="t3 f12">{text('keptNote')}</p>
        </div>
      )}
      <footer>
        <button type="button" className="btn" onClick={() => onClose(false)}>
          {text('cancel')}
        </button>
        <button type="button" className="btn danger" disabled={isHeldBack || remove.isPending} onClick={go}>
          {text('remove')}
        </button>
      </footer>
    </Dialog>
  )
}
