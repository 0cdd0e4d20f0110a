import type { ComponentType } from 'react'
import type { Locale, Value } from '@jieli/core'

/** Someone or something that can be chosen in an editor. */
export interface Choice {
  id: string
  title: string
  /** A second, quieter word: the department, the city. */
  note?: string
}

/** What the page lends to a face: a face never calls the API and never reads the clock. */
export interface FieldTools {
  locale: Locale
  timeZone: string
  /** Epoch milliseconds, for words such as 今天. */
  now: number
  /** Title of a related record, a person or a department, by its id, of a department also by its path; '' when unknown or not visible. */
  titleOf(id: string): string
  /** What records of an object are called; '' of one that the reader may not know. */
  objectLabel(name: string): string
  people(): Choice[]
  departments(): Choice[]
  searchRecords(object: string, text: string): Promise<Choice[]>
  upload(file: File): Promise<{ id: string; name: string; size: number; type: string }>
  fileUrl(id: string): string
}

export interface DisplayProps {
  value: Value
  settings: Record<string, unknown>
  tools: FieldTools
}

export interface EditorProps extends DisplayProps {
  /** For the label's `for`. */
  id: string
  onChange(value: Value): void
  /** The person is done with this field: leaving it, or Enter. In-place editing saves here. */
  onDone?(): void
  disabled?: boolean
  invalid?: boolean
  autoFocus?: boolean
  describedBy?: string
}

/** The shelves that field types are offered on, the everyday ones first. */
export const shelves = ['words', 'choice', 'figures', 'time', 'reach', 'links', 'worked-out', 'place'] as const
export type Shelf = (typeof shelves)[number]

/** How a type looks where types are chosen and in the columns of a list. */
export interface FaceLook {
  /** Beside the type's name; 16 px, drawn in lines. Absent: a letter. */
  icon?: ComponentType<{ size?: number; strokeWidth?: number; 'aria-hidden'?: boolean | 'true' }>
  /** Where people find the type when they add a field. Absent: only the platform uses it. */
  shelf?: Shelf
  /** Numbers end-aligned, so that one compares them down the column. Default `start`. */
  align?: 'start' | 'end'
  /** A column's width in a list, px. Default 120. */
  width?: number
}

/** The face of a field type in the browser. Values in are stored values; what comes out goes through the type's `parse` on the server. */
export interface FieldTypeForWeb extends FaceLook {
  /** The id of a stored picture in the value, to stand on a card; null: none. Absent: values of this type hold no pictures. */
  pictureOf?(value: Value): string | null
  Display: ComponentType<DisplayProps>
  Editor: ComponentType<EditorProps>
}

/** Says that an object is the web face of a field type; the compiler checks it where it stands. */
export const defineWebFace = (face: FieldTypeForWeb): FieldTypeForWeb => face
