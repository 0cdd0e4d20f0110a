import { field as readField, call, literal, type Expression } from '@jieli/core'
import { closedStages } from '../assignment/closed-stages.ts'
import { LOST_STAGE } from '../follow-ups/loss-hooks.ts'
import type { Context } from '../workspace/workspace.ts'
import { leadField } from './board-scope.ts'

/** The way of a lead: its stages in order. `lost` is no step of the way; how far a lost lead had come is kept beside it. */
export interface StageOrder {
  /** Option ids, first to last, without the lost one. */
  way: readonly string[]
  booked: readonly string[]
  visited: readonly string[]
  enrolled: string
  /** Nobody works on these any more. */
  closed: readonly string[]
}

interface Option {
  id: string
}

/** Reads the stages from the lead's own definition, so that a stage an admin adds takes its place. */
export const stageOrder = (context: Context): StageOrder => {
  const options = (leadField(context, 'stage').settings['options'] ?? []) as Option[]
  const way = options.map((option) => option.id).filter((id) => id !== LOST_STAGE)
  const fromOn = (stage: string): string[] => (way.includes(stage) ? way.slice(way.indexOf(stage)) : [])
  return {
    way,
    booked: fromOn('trial-booked'),
    visited: fromOn('visited'),
    enrolled: 'enrolled',
    closed: [...closedStages(context)],
  }
}

export const isOpen = (stages: StageOrder): Expression =>
  call('not', call('isOneOf', readField('stage'), literal([...stages.closed])))
