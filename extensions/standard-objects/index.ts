import type { ObjectDraft } from '@jieli/core'
import { campus } from './campus/object.ts'
import { contact } from './contact/object.ts'
import { department } from './department/object.ts'
import { followUp } from './follow-up/object.ts'
import { lead } from './lead/object.ts'
import { leave } from './leave/object.ts'
import { order } from './order/object.ts'
import { task } from './task/object.ts'
import { user } from './user/object.ts'

/**
 * The objects every workspace begins with, in an order in which each can be made after those it points to (department and
 * user point at one another; both exist before any record does).
 */
export const standardObjects = { department, user, leave, campus, contact, lead, followUp, task, order } satisfies Record<
  string,
  ObjectDraft
>
export type StandardObjectName = keyof typeof standardObjects
