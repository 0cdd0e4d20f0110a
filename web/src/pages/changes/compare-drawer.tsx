import { useState } from 'react'
import { useVersionDiff, type ConfigVersion } from '../../data/config-history.ts'
import { changesMessages } from '../../i18n/messages/changes-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Drawer } from '../../parts/admin-page/drawer.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { PlanList } from './plan-list.tsx'

interface Props {
  version: number
  /** Those that the list has loaded: what it may be compared with. */
  versions: readonly ConfigVersion[]
  onClose(): void
}

/** What stands between two versions, read from the older to the newer; with the settings of now to begin with. */
export function CompareDrawer({ version, versions, onClose }: Props) {
  const text = useText(changesMessages)
  const [other, setOther] = useState<number | null>(null)
  const [from, to] = other !== null && other < version ? [other, version] : [version, other]
  const { data, error, refetch } = useVersionDiff(from, to)
  return (
    <Drawer title={text('compareTitle', { n: version })} isWide onClose={onClose}>
      <div className="drawer-part">
        <label className="stack">
          <span className="t2 f13">{text('compareWith')}</span>
          <select
            className="inp"
            value={other ?? ''}
            onChange={(event) => setOther(event.target.value === '' ? null : Number(event.target.value))}
          >
            <option value="">{text('now')}</option>
            {versions
              .filter((one) => one.version !== version)
              .map((one) => (
                <option key={one.version} value={one.version}>
                  {text('version', { n: one.version })}
                  {one.name ? ` · ${one.name}` : ''}
                </option>
              ))}
          </select>
        </label>
      </div>
      <div className="drawer-part">
        {error ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : data ? (
          <PlanList plan={{ parts: data.parts, dangling: [] }} />
        ) : (
          <Skeleton />
        )}
      </div>
    </Drawer>
  )
}
