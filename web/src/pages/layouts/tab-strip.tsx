import { ArrowLeft, ArrowRight, Plus, Trash2 } from 'lucide-react'
import type { Layout } from '@jieli/core'
import { layoutsMessages } from '../../i18n/messages/layouts-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { newTab, stepTab } from './layout-draft.ts'

interface TabStripProps {
  layout: Layout
  current: string
  onGo(tab: string): void
  onChange(next: Layout): void
}

/** The page's tabs: chosen, named, moved, added, removed. */
export function TabStrip({ layout, current, onGo, onChange }: TabStripProps) {
  const text = useText(layoutsMessages)
  const label = useLabel()
  const tab = layout.tabs.find(({ id }) => id === current)
  const rename = (name: string): void =>
    onChange({
      ...layout,
      tabs: layout.tabs.map((one) => (one.id === current ? { ...one, label: { ...one.label, 'zh-CN': name } } : one)),
    })
  const remove = (): void => {
    const tabs = layout.tabs.filter(({ id }) => id !== current)
    onChange({ ...layout, tabs })
    onGo(tabs[0]?.id ?? '')
  }
  const add = (): void => {
    const made = newTab({ 'zh-CN': text('newTab') })
    onChange({ ...layout, tabs: [...layout.tabs, made] })
    onGo(made.id)
  }
  return (
    <div className="tab-strip">
      <div className="seg" role="radiogroup" aria-label={text('tab')}>
        {layout.tabs.map((one) => (
          <button key={one.id} type="button" role="radio" aria-checked={one.id === current} onClick={() => onGo(one.id)}>
            {label(one.label)}
          </button>
        ))}
      </div>
      <button type="button" className="btn sm ghost" disabled={layout.tabs.length >= 12} onClick={add}>
        <Plus size={14} aria-hidden="true" />
        {text('addTab')}
      </button>
      <span className="sp" />
      {tab && (
        <input
          className="inp tab-name"
          aria-label={text('tabName')}
          maxLength={20}
          value={tab.label['zh-CN']}
          onChange={(event) => rename(event.target.value)}
        />
      )}
      {([-1, 1] as const).map((step) => (
        <button
          key={step}
          type="button"
          className="btn sm ghost icon"
          aria-label={text(step < 0 ? 'left' : 'right')}
          onClick={() => onChange(stepTab(layout, current, step))}
        >
          {step < 0 ? <ArrowLeft size={14} /> : <ArrowRight size={14} />}
        </button>
      ))}
      <button
        type="button"
        className="btn sm ghost icon"
        aria-label={text('removeTab')}
        disabled={layout.tabs.length === 1}
        onClick={remove}
      >
        <Trash2 size={14} />
      </button>
    </div>
  )
}
