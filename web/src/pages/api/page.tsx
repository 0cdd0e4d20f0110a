import { useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useCan } from '../../data/session.ts'
import { apiMessages } from '../../i18n/messages/api-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { ShownOnce, type OneTime } from '../../parts/admin-page/shown-once.tsx'
import { ApiGuide } from './api-guide.tsx'
import { KeyTable } from './key-table.tsx'
import { NewKeyDrawer } from './new-key-drawer.tsx'
import { WebhookDrawer } from './webhook-drawer.tsx'
import { WebhookTable } from './webhook-table.tsx'
import '../../parts/admin-page/admin-page.css'
import './api.css'

const tabs = ['keys', 'webhooks', 'guide'] as const
type Tab = (typeof tabs)[number]
const tabTitles = { keys: 'tabKeys', webhooks: 'tabWebhooks', guide: 'tabGuide' } as const

/** How other programs come in (keys), are told (webhooks), and what a programmer needs to begin. */
export function ApiPage() {
  const text = useText(apiMessages)
  const can = useCan()
  const navigate = useNavigate()
  const { tab: asked, webhook } = useSearch({ strict: false }) as { tab?: Tab; webhook?: string }
  const [isNew, setNew] = useState(false)
  const [shown, setShown] = useState<OneTime | null>(null)
  const allowed = tabs.filter((tab) =>
    tab === 'keys' ? can('create-keys') || can('manage-users') : tab === 'webhooks' ? can('configure') : true,
  )
  const tab = allowed.find((one) => one === asked) ?? allowed[0] ?? 'guide'
  const go = (search: { tab?: Tab; webhook?: string }): void =>
    void navigate({ to: '/settings/api', search: search as object, replace: true })
  const mayMake = tab === 'webhooks' || (tab === 'keys' && can('create-keys'))
  return (
    <>
      <TopBar title={text('title')}>
        {mayMake && (
          <button type="button" className="btn pri" onClick={() => setNew(true)}>
            <Plus size={14} aria-hidden="true" />
            {text(tab === 'keys' ? 'newKey' : 'newWebhook')}
          </button>
        )}
      </TopBar>
      <div className="tabs-line" role="tablist">
        {allowed.map((one) => (
          <button key={one} type="button" role="tab" aria-selected={tab === one} onClick={() => go({ tab: one })}>
            {text(tabTitles[one])}
          </button>
        ))}
      </div>
      <div className="admin">
        {tab === 'keys' ? (
          <KeyTable />
        ) : tab === 'webhooks' ? (
          <WebhookTable openId={webhook} onOpen={(id) => go({ tab, ...(id ? { webhook: id } : {}) })} onSecret={setShown} />
        ) : (
          <ApiGuide />
        )}
      </div>
      {isNew && tab === 'keys' && <NewKeyDrawer onClose={() => setNew(false)} onKey={setShown} />}
      {isNew && tab === 'webhooks' && <WebhookDrawer webhook={null} onClose={() => setNew(false)} onSecret={setShown} />}
      {shown && <ShownOnce {...shown} onClose={() => setShown(null)} />}
    </>
  )
}
