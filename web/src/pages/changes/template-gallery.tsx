import { useState } from 'react'
import { Activity, Building2, Cloud, GraduationCap, Smile, Sparkles, type LucideIcon } from 'lucide-react'
import { useTemplates, type TemplateCard } from '../../data/config-history.ts'
import { changesMessages } from '../../i18n/messages/changes-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { TemplateDrawer } from './template-drawer.tsx'

/** Pictures a template may name; one that is not here shows as a spark. */
const icons: Readonly<Record<string, LucideIcon>> = {
  activity: Activity,
  'building-2': Building2,
  cloud: Cloud,
  'graduation-cap': GraduationCap,
  smile: Smile,
}

function Card({ template, onOpen }: { template: TemplateCard; onOpen(): void }) {
  const text = useText(changesMessages)
  const Icon = icons[template.icon] ?? Sparkles
  return (
    <li className="card template-card">
      <div className="row g8">
        <span className="template-icon">
          <Icon size={18} aria-hidden="true" />
        </span>
        <h2 className="h2">{template.label}</h2>
        <span className="sp" />
        {template.installedAt && <Chip tone="ok">{text('installed')}</Chip>}
      </div>
      <p className="t2 f13">{template.description}</p>
      <div className="row g4 wrap" role="group" aria-label={text('brings')}>
        {template.objects.map((object) => (
          <Chip key={object} tone="line">
            {object}
          </Chip>
        ))}
        {template.objects.length === 0 && <Chip tone="line">{text('standardObjects')}</Chip>}
      </div>
      <p className="hint">{text('counts', template.counts)}</p>
      <button type="button" className={`btn${template.installedAt ? '' : ' pri'}`} onClick={onOpen}>
        {text(template.installedAt ? 'manage' : 'look')}
        <span className="sr">{template.label}</span>
      </button>
    </li>
  )
}

/** The industries, with what each brings. */
export function TemplateGallery() {
  const text = useText(changesMessages)
  const { data, error, refetch } = useTemplates()
  const [openName, setOpenName] = useState<string | null>(null)
  if (error && !data) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  const opened = data.find((one) => one.name === openName)
  return (
    <>
      <p className="hint">{text('templatesHint')}</p>
      <ul className="template-cards">
        {data.map((template) => (
          <Card key={template.name} template={template} onOpen={() => setOpenName(template.name)} />
        ))}
      </ul>
      {opened && <TemplateDrawer key={opened.name} template={opened} onClose={() => setOpenName(null)} />}
    </>
  )
}
