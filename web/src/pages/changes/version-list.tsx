import { useState } from 'react'
import { History } from 'lucide-react'
import { useNameVersion, useVersions, type ConfigVersion } from '../../data/config-history.ts'
import { usePersonName } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { changesMessages } from '../../i18n/messages/changes-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { Chip } from '../../parts/chip.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'
import { CompareDrawer } from './compare-drawer.tsx'
import { PartItem } from './plan-list.tsx'
import { VersionDrawer } from './version-drawer.tsx'

function NameForm({ version, onDone }: { version: ConfigVersion; onDone(): void }) {
  const text = useText(changesMessages)
  const save = useNameVersion()
  const [name, setName] = useState(version.name ?? '')
  return (
    <form
      className="row g8"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ version: version.version, name }, { onSuccess: onDone, onError: showFailure })
      }}
    >
      <input
        className="inp"
        autoFocus
        maxLength={60}
        aria-label={text('nameIt')}
        placeholder={text('namePlaceholder')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="btn sm pri">
        {text('save')}
      </button>
    </form>
  )
}

interface ItemProps {
  version: ConfigVersion
  isCurrent: boolean
  onOpen(): void
  onCompare(): void
}

function VersionItem({ version, isCurrent, onOpen, onCompare }: ItemProps) {
  const text = useText(changesMessages)
  const locale = useLocale()
  const now = useNow()
  const {
    workspace: { timeZone },
  } = useMe()
  const personName = usePersonName()
  const [isNaming, setNaming] = useState(false)
  return (
    <li className="card version">
      <div className="row g8 wrap">
        <b>{(version.actor.kind === 'user' && version.actor.id && personName(version.actor.id)) || text('platform')}</b>
        <span className="t3 f13">{momentText(version.at, now, { timeZone, locale })}</span>
        <span className="t3 f12">{text('version', { n: version.version })}</span>
        {version.name && <Chip tone="acc">{version.name}</Chip>}
        {isCurrent && <Chip tone="ok">{text('current')}</Chip>}
        <span className="sp" />
        <button type="button" className="btn sm ghost" onClick={() => setNaming(!isNaming)}>
          {text(version.name ? 'rename' : 'nameIt')}
        </button>
        <button type="button" className="btn sm ghost" onClick={onCompare}>
          {text('compare')}
        </button>
        {!isCurrent && (
          <button type="button" className="btn sm" onClick={onOpen}>
            {text('rollBack')}
          </button>
        )}
      </div>
      {isNaming && <NameForm version={version} onDone={() => setNaming(false)} />}
      <ul className="changes">
        {version.changes.slice(0, 8).map((part, index) => (
          <PartItem key={`${part.kind} ${part.title} ${index}`} part={part} />
        ))}
      </ul>
      {version.more + Math.max(0, version.changes.length - 8) > 0 && (
        <p className="hint">{text('more', { n: version.more + Math.max(0, version.changes.length - 8) })}</p>
      )}
    </li>
  )
}

/** Every change of settings, newest first. */
export function VersionList() {
  const text = useText(changesMessages)
  const [namedOnly, setNamedOnly] = useState(false)
  const [openVersion, setOpenVersion] = useState<number | null>(null)
  const [compared, setCompared] = useState<number | null>(null)
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useVersions(namedOnly)
  if (error && !data) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={8} />
  const versions = data.pages.flatMap((page) => page.versions)
  const current = data.pages[0]?.current
  return (
    <>
      <div className="seg" role="radiogroup" aria-label={text('history')}>
        {[false, true].map((named) => (
          <button
            key={String(named)}
            type="button"
            role="radio"
            aria-checked={namedOnly === named}
            onClick={() => setNamedOnly(named)}
          >
            {text(named ? 'named' : 'all')}
          </button>
        ))}
      </div>
      {versions.length === 0 ? (
        <PageState icon={History} title={text('historyEmpty')} text={text('historyEmptyText')} />
      ) : (
        <ul className="versions">
          {versions.map((version) => (
            <VersionItem
              key={version.version}
              version={version}
              isCurrent={version.version === current}
              onOpen={() => setOpenVersion(version.version)}
              onCompare={() => setCompared(version.version)}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <button type="button" className="btn" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('loadMore')}
        </button>
      )}
      {compared !== null && (
        <CompareDrawer key={compared} version={compared} versions={versions} onClose={() => setCompared(null)} />
      )}
      {openVersion !== null && <VersionDrawer key={openVersion} version={openVersion} onClose={() => setOpenVersion(null)} />}
    </>
  )
}
