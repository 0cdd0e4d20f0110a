import { useState } from 'react'
import {
  useInstallTemplate,
  useRemoveTemplate,
  useTemplatePlan,
  type Plan,
  type TemplateCard,
} from '../../data/config-history.ts'
import { changesMessages } from '../../i18n/messages/changes-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Drawer } from '../../parts/admin-page/drawer.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { PlanList } from './plan-list.tsx'

interface Props {
  template: TemplateCard
  onClose(): void
}

function InstallButton({ template, plan, withDemo, onClose }: Props & { plan: Plan; withDemo: boolean }) {
  const text = useText(changesMessages)
  const install = useInstallTemplate(template.name)
  const go = (): void =>
    install.mutate(
      { withDemo, fingerprint: plan.fingerprint },
      {
        onSuccess: () => {
          showToast({ tone: 'ok', text: text('installDone', { name: template.label }) })
          onClose()
        },
        onError: showFailure,
      },
    )
  return (
    <button type="button" className="btn pri" disabled={install.isPending} onClick={go}>
      {text(install.isPending ? 'installing' : 'install')}
    </button>
  )
}

/** A workspace that began with the template has nothing to take away but the demo: its settings are the company's own. */
function RemoveButtons({ template, plan, onClose }: Props & { plan: Plan }) {
  const text = useText(changesMessages)
  const remove = useRemoveTemplate(template.name)
  const go = (demoOnly: boolean): void =>
    remove.mutate(demoOnly, {
      onSuccess: ({ demoRecords }) => {
        showToast({ tone: 'ok', text: demoOnly ? text('demoRemoved', { n: demoRecords }) : text('removed') })
        onClose()
      },
      onError: showFailure,
    })
  return (
    <>
      {template.demoRecords > 0 && (
        <button type="button" className="btn" disabled={remove.isPending} onClick={() => go(true)}>
          {text('removeDemo', { n: template.demoRecords })}
        </button>
      )}
      {plan.parts.length > 0 && (
        <button type="button" className="btn danger" disabled={remove.isPending} onClick={() => go(false)}>
          {text('removeAll')}
        </button>
      )}
    </>
  )
}

/** Looked at before it is installed or removed: every object, field, role, view and rule, and whose records it touches. */
export function TemplateDrawer({ template, onClose }: Props) {
  const text = useText(changesMessages)
  const isInstalled = template.installedAt !== null
  const { data: plan, error, refetch } = useTemplatePlan(template.name, isInstalled)
  const [withDemo, setWithDemo] = useState(true)
  const footer = isInstalled
    ? plan && <RemoveButtons template={template} plan={plan} onClose={onClose} />
    : plan && <InstallButton template={template} plan={plan} withDemo={withDemo} onClose={onClose} />
  return (
    <Drawer title={template.label} isWide onClose={onClose} footer={footer}>
      <div className="drawer-part">
        <p className="t2">{isInstalled ? text('removeHint') : template.description}</p>
        {!isInstalled && (
          <label className="row g8">
            <input type="checkbox" checked={withDemo} onChange={(event) => setWithDemo(event.target.checked)} />
            <span>{text('withDemo', { n: template.counts.demoRecords, company: template.company })}</span>
          </label>
        )}
      </div>
      <div className="drawer-part">
        {error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : plan ? <PlanList plan={plan} /> : <Skeleton />}
      </div>
    </Drawer>
  )
}
