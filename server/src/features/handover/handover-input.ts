import { z } from 'zod'
import { AppError } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { handoverParts, type HandoverPart } from './handover-parts.ts'

/** Where one part goes. `people`: one, or divided evenly among several, a customer's records to the same one. */
const choiceSchema = z.discriminatedUnion('to', [
  z.object({ to: z.literal('people'), userIds: z.array(z.uuid()).min(1).max(50) }),
  z.object({ to: z.enum(['rules', 'queue', 'customer', 'keep']) }),
])
export type HandoverChoice = z.infer<typeof choiceSchema>

export const handoverInputSchema = z.object({
  /** By the part's key. A part that is not named goes to `otherwise`, or stays when it is over. */
  choices: z.record(z.string().max(130), choiceSchema),
  /** Gets what no choice places: a task whose customer is nobody's, what nobody thought of. */
  otherwise: z.uuid(),
  /** Who takes the person's place in rules and other settings; null: these wait. */
  settingsTo: z.uuid().nullable().default(null),
  /** Ends the account with the same commit. */
  deactivate: z.boolean().default(false),
})
export type HandoverInput = z.infer<typeof handoverInputSchema>

export const choiceOf = (input: Pick<HandoverInput, 'choices' | 'otherwise'>, part: HandoverPart): HandoverChoice =>
  input.choices[part.key] ?? (part.isFinished ? { to: 'keep' } : { to: 'people', userIds: [input.otherwise] })

/** Receivers must work here and not be who leaves; a part goes only where its kind can. Returns issues' refusal, or nothing. */
export const requireSound = (context: Context, userId: string, input: HandoverInput): void => {
  const { users } = context.workspace.directory.current
  const isReceiver = (id: string): boolean => id !== userId && users.get(id)?.active === true
  const parts = new Map(handoverParts(context).map((part) => [part.key, part]))
  const issues = Object.entries(input.choices).flatMap(([key, choice]) => {
    const path = `choices.${key}`
    if (!parts.get(key)?.destinations.includes(choice.to))
      return [{ path, code: 'unknown-option', params: { value: choice.to } }]
    return choice.to === 'people' && !choice.userIds.every(isReceiver) ? [{ path, code: 'not-an-id' }] : []
  })
  if (!isReceiver(input.otherwise)) issues.push({ path: 'otherwise', code: 'not-an-id' })
  if (input.settingsTo !== null && !isReceiver(input.settingsTo)) issues.push({ path: 'settingsTo', code: 'not-an-id' })
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
}
