import { useNavigate, useSearch } from '@tanstack/react-router'
import { useConfig } from '../../data/config.ts'
import { menusMessages } from '../../i18n/messages/menus-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { MenuWorkbench } from './menu-workbench.tsx'
import '../../parts/admin-page/admin-page.css'
import '../objects/objects.css'
import '../layouts/layouts.css'
import './menus.css'

/** What stands in the menu, for each kind of role. */
export function MenusPage() {
  const text = useText(menusMessages)
  const navigate = useNavigate()
  const { data, error, refetch } = useConfig('menu')
  const { menu: id } = useSearch({ strict: false }) as { menu?: string }
  if (!data)
    return (
      <>
        <TopBar title={text('title')} />
        {error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={10} />}
      </>
    )
  const entries = data.toSorted((a, b) => a.item.order - b.item.order)
  const entry = entries.find(({ item }) => item.id === id) ?? entries[0]
  return (
    <MenuWorkbench
      key={`${entry?.item.id} ${entry?.rev}`}
      entries={entries}
      entry={entry}
      onGo={(menu) => void navigate({ to: '/settings/menus', search: { menu } as object })}
    />
  )
}
