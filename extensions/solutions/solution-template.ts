import type { Label } from '@jieli/core'
import type { Random } from '../kit/seeded-random.ts'

/** A place the company works at; it is a department too, whose people take the leads of the place. */
export interface DemoPlace {
  key: string
  name: string
  city: string
  district: string
  address: string
}

/** What a demo record is made with. The same seed gives the same records on every machine. */
export interface DemoTools {
  random: Random
  /** An instant: so many days before now (negative: after), at an hour of the working day. */
  at(days: number): string
  /** A civil date. */
  on(days: number): string
  /** 林静: a plausible name, never that of a real person. */
  person(): string
  /** A number that nobody has: they begin with 1990. */
  phone(): string
  /** One of the records made before. */
  ref(object: string): { ref: string }
  /** Any option of a select field of the object that is being made, the first ones likelier. */
  option(field: string): string
  /** The name of a place, and the record. */
  place(): { ref: string }
}

/** Records of one object: how many, and each one's values. A value `{ ref }` becomes the id of that record. */
export interface DemoRecords {
  object: string
  count: number
  each(tools: DemoTools, index: number): Record<string, unknown>
}

/** How demo leads of a field speak. */
export interface DemoLeads {
  count: number
  /** What customers write, 20 or so. */
  notes: readonly [string, ...string[]]
  /** Budgets in yuan: from, to. */
  budget: readonly [number, number]
  /** What the note of a follow-up says. */
  followUps: readonly [string, ...string[]]
  /** Values of the field that names the second person or the company. */
  seconds?: readonly [string, ...string[]]
  more?(tools: DemoTools): Record<string, unknown>
}

/** One industry: settings as a file (`template.yaml` beside it), and an invented company that uses them. */
export interface SolutionTemplate {
  /** The folder's name. */
  name: string
  label: Label
  description: Label
  /** Lucide icon. */
  icon: string
  /** Name of the invented company. */
  company: string
  places: readonly DemoPlace[]
  leads: DemoLeads
  records: readonly DemoRecords[]
}
