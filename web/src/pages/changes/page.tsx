import { useNavigate, useSearch } from '@tanstack/react-router'
import { changesMessages } from '../../i18n/messages/changes-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { FilePanel } from './file-panel.tsx'
import { TemplateGallery } from './template-gallery.tsx'
import { VersionList } from './version-list.tsx'
import '../../parts/admin-page/admin-page.css'
import './changes.css'

const tabs = ['templates', 'history', 'file'] as const
type Tab = (typeof tabs)[number]

/** What changes the whole company at once: templates, going back, settings as a file. */
export function ChangesPage() {
  const text = useText(changesMessages)
  const { tab } = useSearch({ strict: false }) as { tab?: Tab }
  const navigate = useNavigate()
  const chosen = tabs.find((one) => one === tab) ?? 'templates'
  return (
    <>
      <TopBar title={text('title')} />
      <div className="tabs-line" role="tablist" aria-label={text('sections')}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === chosen}
            onClick={() => void navigate({ to: '/settings/changes', search: one === 'templates' ? {} : { tab: one } })}
          >
            {text(one)}
          </button>
        ))}
      </div>
      <div className="admin" role="tabpanel" aria-label={text(chosen)}>
        {chosen === 'templates' ? <TemplateGallery /> : chosen === 'history' ? <VersionList /> : <FilePanel />}
      </div>
    </>
  )
}
