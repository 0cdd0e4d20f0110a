import { useState } from 'react'
import { useRollBack, useRollBackPlan } from '../../data/config-history.ts'
import { changesMessages } from '../../i18n/messages/changes-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Drawer } from '../../parts/admin-page/drawer.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { PlanList, risksIn } from './plan-list.tsx'

/** What going back to a version would do, and the button that does it. */
export function VersionDrawer({ version, onClose }: { version: number; onClose(): void }) {
  const text = useText(changesMessages)
  const { data: plan, error, refetch } = useRollBackPlan(version)
  const rollBack = useRollBack(version)
  const [allowRisks, setAllowRisks] = useState(false)
  const risks = risksIn(plan?.parts ?? [])
  const go = (): void =>
    rollBack.mutate(
      { fingerprint: plan?.fingerprint ?? '', allowRisks },
      {
        onSuccess: ({ done, left }) => {
          showToast({ tone: 'ok', text: text('rolledBack', { n: done.length }) })
          if (left.length > 0) showToast({ tone: 'info', text: text('leftOver', { n: left.length }) })
          onClose()
        },
        onError: showFailure,
      },
    )
  return (
    <Drawer
      title={text('rollBackTitle', { n: version })}
      isWide
      onClose={onClose}
      footer={
        plan &&
        plan.parts.length > 0 && (
          <button type="button" className="btn pri" disabled={rollBack.isPending} onClick={go}>
            {text('doRollBack')}
          </button>
        )
      }
    >
      <div className="drawer-part">
        <p className="t2">{text('rollBackHint')}</p>
        {risks > 0 && (
          <label className="row g8">
            <input type="checkbox" checked={allowRisks} onChange={(event) => setAllowRisks(event.target.checked)} />
            <span>{text('allowRisks', { n: risks })}</span>
          </label>
        )}
      </div>
      <div className="drawer-part">
        {error ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : plan ? (
          <PlanList plan={{ parts: plan.parts, dangling: [] }} />
        ) : (
          <Skeleton />
        )}
      </div>
    </Drawer>
  )
}
