import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { keyOfItem } from '../../parts/app-shell/menu-entries.ts'
import { useNav } from '../../parts/app-shell/use-nav.ts'

/** The whole menu: on a phone the bar below has room for two of its places. */
export function AllPages() {
  return (
    <nav className="card me-pages">
      {useNav().map((section, index) => (
        <div key={section.title ?? index} role="group" aria-label={section.title}>
          {section.title && <div className="t3 f12">{section.title}</div>}
          {section.entries.map((entry) => (
            <Link key={keyOfItem(entry.item)} to={entry.to} search={(entry.search ?? {}) as object}>
              <entry.icon size={18} strokeWidth={1.75} className="t3" aria-hidden="true" />
              <span className="sp ell">{entry.title}</span>
              <ChevronRight size={16} className="t3" aria-hidden="true" />
            </Link>
          ))}
        </div>
      ))}
    </nav>
  )
}
