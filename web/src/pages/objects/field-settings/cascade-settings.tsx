import { useId, useState } from 'react'
import type { Branch } from '@jieli/extensions/field-types/cascade/tree.ts'
import { fieldSettingsMessages } from '../../../i18n/messages/field-settings-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { Settings, SettingsEditor, SettingsProps } from './settings-editor.ts'
import { linesOfTree, treeFromLines } from './tree-lines.ts'

const treeOf = (settings: Settings): Branch[] => (Array.isArray(settings['options']) ? (settings['options'] as Branch[]) : [])

/** The tree as a text: a line for each option, further in below its parent. It can be pasted from a sheet or a document. */
function CascadeSettings({ settings, onChange }: SettingsProps) {
  const text = useText(fieldSettingsMessages)
  const id = useId()
  const [first] = useState(() => treeOf(settings))
  const [lines, setLines] = useState(() => linesOfTree(first).join('\n'))
  return (
    <div className="field">
      <label htmlFor={id}>{text('tree')}</label>
      <textarea
        id={id}
        className="inp"
        rows={8}
        value={lines}
        placeholder={text('treeHint')}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          setLines(event.target.value)
          onChange({ options: treeFromLines(event.target.value, first) })
        }}
      />
      <span id={`${id}-note`} className="field-note">
        {text('treeNote')}
      </span>
    </div>
  )
}

export const cascadeSettings: SettingsEditor = {
  first: { options: [] },
  isReady: (settings) => treeOf(settings).length > 0,
  Editor: CascadeSettings,
}
