import { useDroppable } from '@dnd-kit/core'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import type { Menu } from '@jieli/core'
import { menusMessages } from '../../i18n/messages/menus-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { keyOfItem } from '../../parts/app-shell/menu-entries.ts'
import { changeGroup, newGroup, placeItem, renameGroup, stepGroup, stepItem, type MenuGroup } from './menu-draft.ts'
import { MenuTile } from './menu-tile.tsx'

interface GroupsProps {
  menu: Menu
  onChange(next: Menu): void
}

/** The menu as it will be, group by group. */
export function MenuGroups({ menu, onChange }: GroupsProps) {
  const text = useText(menusMessages)
  return (
    <div className="canvas">
      {menu.groups.map((group) => (
        <GroupCard key={group.id} group={group} menu={menu} onChange={onChange} />
      ))}
      <div>
        <button
          type="button"
          className="btn sm"
          disabled={menu.groups.length >= 20}
          onClick={() => onChange({ ...menu, groups: [...menu.groups, newGroup({ 'zh-CN': text('newGroup') })] })}
        >
          <Plus size={14} aria-hidden="true" />
          {text('addGroup')}
        </button>
      </div>
    </div>
  )
}

function GroupCard({ group, menu, onChange }: GroupsProps & { group: MenuGroup }) {
  const text = useText(menusMessages)
  const name = group.label?.['zh-CN'] ?? text('groupUnnamed')
  return (
    <section className="card canvas-part" aria-label={name}>
      <header>
        <input
          className="inp menu-group-name"
          aria-label={text('groupName')}
          maxLength={20}
          placeholder={text('groupUnnamed')}
          value={group.label?.['zh-CN'] ?? ''}
          onChange={(event) => onChange(renameGroup(menu, group.id, event.target.value))}
        />
        <span className="sp" />
        {([-1, 1] as const).map((step) => (
          <button
            key={step}
            type="button"
            className="btn xs ghost icon"
            aria-label={`${text(step < 0 ? 'up' : 'down')} ${name}`}
            onClick={() => onChange(stepGroup(menu, group.id, step))}
          >
            {step < 0 ? <ArrowUp size={14} /> : <ArrowDown size={14} />}
          </button>
        ))}
        <button
          type="button"
          className="btn xs ghost icon"
          aria-label={`${text('removeGroup')} ${name}`}
          disabled={menu.groups.length === 1}
          onClick={() => onChange(changeGroup(menu, group.id, () => null))}
        >
          <X size={14} />
        </button>
      </header>
      <GroupTiles group={group} menu={menu} onChange={onChange} />
    </section>
  )
}

function GroupTiles({ group, menu, onChange }: GroupsProps & { group: MenuGroup }) {
  const text = useText(menusMessages)
  const { setNodeRef, isOver } = useDroppable({ id: `${group.id} ${group.items.length}` })
  return (
    <div className="tiles" data-columns="1">
      {group.items.map((item, index) => (
        <MenuTile
          key={keyOfItem(item)}
          item={item}
          dropId={`${group.id} ${index}`}
          onStep={(step) => onChange(stepItem(menu, item, step))}
          onTakeOff={() => onChange(placeItem(menu, item, null))}
        />
      ))}
      <div ref={setNodeRef} className={`tile-end${isOver ? ' over' : ''}`}>
        {group.items.length === 0 ? text('dropHere') : ''}
      </div>
    </div>
  )
}
