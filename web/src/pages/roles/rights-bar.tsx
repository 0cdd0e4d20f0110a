import { Search } from 'lucide-react'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { RightMark } from './right-cell.tsx'

/** Finds an object or a field, and says what the four signs mean. */
export function RightsBar({ search, onSearch }: { search: string; onSearch(next: string): void }) {
  const text = useText(rolesMessages)
  return (
    <div className="rights-bar">
      <label className="rights-find">
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          aria-label={text('find')}
          placeholder={text('find')}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      </label>
      <span className="sp" />
      <span className="rights-legend" aria-hidden="true">
        {(['write', 'read', 'mask', 'none'] as const).map((right) => (
          <RightMark key={right} right={right} />
        ))}
      </span>
    </div>
  )
}
