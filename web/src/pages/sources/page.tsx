import { useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus, Radio } from 'lucide-react'
import { useCan } from '../../data/session.ts'
import { useSourceHealth } from '../../data/sources.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { NewSourceDrawer } from './new-source-drawer.tsx'
import { RefusedList } from './refused-list.tsx'
import { SourceDrawer } from './source-drawer.tsx'
import { SourceTable } from './source-table.tsx'
import '../../parts/admin-page/admin-page.css'
import './sources.css'

interface Address {
  tab?: 'refused' | undefined
  source?: string | undefined
  open?: string | undefined
}

/** Every way a lead comes in: is it alive, how fast, what was turned away and why. */
export function SourcesPage() {
  const text = useText(sourcesMessages)
  const can = useCan()
  const { data: sources, error, refetch } = useSourceHealth()
  const { tab, source, open } = useSearch({ strict: false }) as Address
  const navigate = useNavigate()
  const [isAdding, setAdding] = useState(false)
  const go = (search: Address): void => void navigate({ to: '/sources', search: search, replace: true })
  const refused = sources?.reduce((sum, one) => sum + one.failed, 0) ?? 0
  const opened = sources?.find(({ id }) => id === open)
  return (
    <>
      <TopBar title={text('title')} count={sources ? String(sources.length) : undefined}>
        {can('configure') && (
          <button type="button" className="btn pri" onClick={() => setAdding(true)}>
            <Plus size={14} aria-hidden="true" />
            {text('add')}
          </button>
        )}
      </TopBar>
      <div className="tabs-line" role="tablist">
        <button type="button" role="tab" aria-selected={tab !== 'refused'} onClick={() => go({})}>
          {text('tabAll')}
        </button>
        <button type="button" role="tab" aria-selected={tab === 'refused'} onClick={() => go({ tab: 'refused' })}>
          {text('tabRefused')}
          {refused > 0 && <span className="count">{refused}</span>}
        </button>
      </div>
      <div className="admin">
        {error && !sources ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : !sources ? (
          <Skeleton />
        ) : tab === 'refused' ? (
          <RefusedList sources={sources} sourceId={source} onSource={(id) => go({ tab, source: id })} />
        ) : sources.length === 0 ? (
          <PageState icon={Radio} tone="acc" title={text('emptyTitle')} text={text('emptyText')} />
        ) : (
          <SourceTable
            sources={sources}
            openId={open ?? null}
            onOpen={(id) => go({ open: id })}
            onRefused={(id) => go({ tab: 'refused', source: id })}
          />
        )}
      </div>
      {opened && tab !== 'refused' && (
        <SourceDrawer
          key={opened.id}
          source={opened}
          onClose={() => go({})}
          onRefused={() => go({ tab: 'refused', source: opened.id })}
        />
      )}
      {isAdding && (
        <NewSourceDrawer
          takenIds={sources?.map(({ id }) => id) ?? []}
          onClose={() => setAdding(false)}
          onCreated={(id) => {
            setAdding(false)
            void refetch()
            go({ open: id })
          }}
        />
      )}
    </>
  )
}
