import { fillField } from '../computed/fill-field.ts'
import { convertField } from '../objects/conversion/convert-field-job.ts'
import { handOver } from '../handover/handover-job.ts'
import { undoHandover } from '../handover/undo-handover.ts'
import { indexField } from '../objects/index-field-job.ts'
import { mergeOptions } from '../objects/merge-options-job.ts'
import { splitOption } from '../objects/split-option-job.ts'
import { templateDemo } from '../templates/template-demo-job.ts'
import { enforceUnique } from '../unique/enforce-unique-job.ts'
import type { JobKind } from './job-kind.ts'

/** Every kind of long work. Adding one is its file in the feature it belongs to, and its line here. */
const kinds = [
  convertField,
  enforceUnique,
  fillField,
  handOver,
  indexField,
  mergeOptions,
  splitOption,
  templateDemo,
  undoHandover,
] as readonly JobKind[]

/** The kinds of a program by name; tests run kinds of their own. */
export type JobKinds = ReadonlyMap<string, JobKind>

export const jobKindsOf = (list: readonly JobKind[]): JobKinds => new Map(list.map((kind) => [kind.kind, kind]))

export const jobKinds: JobKinds = jobKindsOf(kinds)
