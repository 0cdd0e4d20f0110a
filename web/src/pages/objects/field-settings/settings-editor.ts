import type { ComponentType } from 'react'
import type { ObjectMeta } from '../../../data/meta-shapes.ts'

export type Settings = Readonly<Record<string, unknown>>

export interface SettingsProps {
  /** The object whose field this is, as the reader knows it. */
  object: ObjectMeta
  settings: Settings
  /** The field is being made: nothing is stored yet that the settings could put out of joint. */
  isNew: boolean
  onChange(next: Settings): void
}

/** How the settings of one field type are asked for, on a new field and on one that is there. */
export interface SettingsEditor {
  /** What a new field begins with. */
  first: Settings
  /** Whether nothing is missing any more: the button waits for it. */
  isReady(settings: Settings): boolean
  /** What may be done to the values of a field that is there, by these settings. Default: nothing. */
  offers?(settings: Settings): ('merge' | 'split')[]
  Editor: ComponentType<SettingsProps>
}
