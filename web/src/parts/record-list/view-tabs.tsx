import { lazy, Suspense, useState } from 'react'
import { EllipsisVertical, Plus } from 'lucide-react'
import type { View } from '@jieli/core'
import { useDeleteConfig } from '../../data/config.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecordCount } from '../../data/records.ts'
import { useCan } from '../../data/session.ts'
import { contentOf, useCreateView, useDeleteView } from '../../data/views.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { recordViewsMessages } from '../../i18n/messages/record-views-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../dialog/popover-menu.tsx'
import { showFailure, showToast } from '../toast/toast-store.ts'
import { recordViews } from '../../record-views/record-view.ts'
import { SaveViewDialog } from './save-view-dialog.tsx'
import { blankView } from './use-list-view.ts'

/** Few set up views, everybody reads lists. */
const ViewSettings = lazy(async () => ({ default: (await import('./view-settings/view-settings.tsx')).ViewSettings }))

interface ViewTabsProps {
  object: ObjectMeta
  views: View[]
  current: View | undefined
  onChoose(id: string | null): void
}

function Tab({ object, view, isOn, onChoose }: { object: string; view: View | undefined; isOn: boolean; onChoose(): void }) {
  const text = useText(listMessages)
  const label = useLabel()
  const { data } = useRecordCount(object, view?.where ? { where: view.where } : {})
  const Icon = view && view.kind !== 'list' ? recordViews[view.kind].icon : undefined
  return (
    <button type="button" aria-current={isOn ? 'true' : undefined} onClick={onChoose}>
      {Icon && <Icon size={14} aria-hidden="true" />}
      {view ? label(view.label) : text('all')}
      {data && (
        <span className="count">
          {data.value.toLocaleString('en')}
          {data.capped && '+'}
        </span>
      )}
    </button>
  )
}

/** Another name for the view, or none: one's own, and everybody's for those who configure. */
function ViewMenu({ object, view, onGone }: { object: ObjectMeta; view: View; onGone(): void }) {
  const text = useText(listMessages)
  const words = useText(recordViewsMessages)
  const shell = useText(shellMessages)
  const label = useLabel()
  const name = label(view.label)
  const [isRenaming, setRenaming] = useState(false)
  const [isSettingUp, setSettingUp] = useState(false)
  const removeOwn = useDeleteView()
  const removeShared = useDeleteConfig('view')
  const create = useCreateView()
  const remove = (): void => {
    const onSuccess = (): void => {
      onGone()
      const undo = { label: shell('undo'), run: () => create.mutate(contentOf(view), { onError: showFailure }) }
      showToast({ tone: 'ok', text: text('viewDeleted', { name }), ...(view.ownerId === null ? {} : { action: undo }) })
    }
    if (view.ownerId === null) removeShared.mutate(view.id, { onSuccess, onError: showFailure })
    else removeOwn.mutate(view.id, { onSuccess, onError: showFailure })
  }
  return (
    <>
      <PopoverMenu
        label={text('viewMenu', { name })}
        triggerClass="btn xs ghost icon"
        trigger={<EllipsisVertical size={14} aria-hidden="true" />}
        align="end"
      >
        {(close) => (
          <>
            <button
              type="button"
              className="item"
              onClick={() => {
                close()
                setSettingUp(true)
              }}
            >
              {words('setUp')}
            </button>
            <button
              type="button"
              className="item"
              onClick={() => {
                close()
                setRenaming(true)
              }}
            >
              {text('rename')}
            </button>
            <button
              type="button"
              className="item err"
              onClick={() => {
                close()
                remove()
              }}
            >
              {text('deleteView')}
            </button>
          </>
        )}
      </PopoverMenu>
      {isSettingUp && (
        <Suspense>
          <ViewSettings object={object} view={view} isNew={false} onClose={() => setSettingUp(false)} onSaved={() => {}} />
        </Suspense>
      )}
      {isRenaming && <SaveViewDialog view={view} isNew={false} onClose={() => setRenaming(false)} onSaved={() => {}} />}
    </>
  )
}

/** The saved ways to look at these records, how many each shows, and what may be done with the one in use. */
export function ViewTabs({ object, views, current, onChoose }: ViewTabsProps) {
  const text = useText(listMessages)
  const words = useText(recordViewsMessages)
  const can = useCan()
  const [isAdding, setAdding] = useState(false)
  const mayChange = current && (current.ownerId !== null || can('configure'))
  return (
    <div className="view-row">
      <nav className="view-tabs" aria-label={text('views')}>
        {views.map((view) => (
          <Tab
            key={view.id}
            object={object.name}
            view={view}
            isOn={view.id === current?.id}
            onChoose={() => onChoose(view.id)}
          />
        ))}
        {!views.some(({ kind, where }) => kind === 'list' && !where) && (
          <Tab object={object.name} view={undefined} isOn={!current} onChoose={() => onChoose('all')} />
        )}
      </nav>
      <button
        type="button"
        className="btn xs ghost icon"
        aria-label={words('addView')}
        title={words('addView')}
        onClick={() => setAdding(true)}
      >
        <Plus size={14} />
      </button>
      {isAdding && (
        <Suspense>
          <ViewSettings
            object={object}
            view={{ ...blankView(object.name), id: crypto.randomUUID(), ownerId: '', columns: current?.columns ?? [] }}
            isNew
            onClose={() => setAdding(false)}
            onSaved={onChoose}
          />
        </Suspense>
      )}
      {mayChange && <ViewMenu key={current.id} object={object} view={current} onGone={() => onChoose(null)} />}
    </div>
  )
}
