import type { AssignmentStrategy } from '@jieli/core'
import { bestPerformer } from './best-performer/strategy.ts'
import { fixedPerson } from './fixed-person/strategy.ts'
import { leastLoad } from './least-load/strategy.ts'
import { previousOwner } from './previous-owner/strategy.ts'
import { roundRobin } from './round-robin/strategy.ts'

/** How a rule may pick among those who can, by the name that rules store. */
export const assignmentStrategies = {
  'round-robin': roundRobin,
  'least-load': leastLoad,
  'best-performer': bestPerformer,
  'previous-owner': previousOwner,
  'fixed-person': fixedPerson,
} satisfies Record<string, AssignmentStrategy>

export type AssignmentStrategyName = keyof typeof assignmentStrategies
