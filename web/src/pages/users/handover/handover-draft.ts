import type { Destination, HandoverInput, HandoverPart, Holdings } from '../../../data/handover.ts'

/** What is chosen on the page so far; people may still be missing. */
export interface HandoverDraft {
  choices: Record<string, { to: Destination; userIds: string[] }>
  otherwise: string | null
  settingsTo: string | null
  deactivate: boolean
}

/** What usually fits: what is over stays, what belongs to a customer follows, the rest goes to the person named for it. */
export const draftOf = ({ parts }: Pick<Holdings, 'parts'>, isActive: boolean): HandoverDraft => ({
  choices: Object.fromEntries(parts.map((part) => [part.key, { to: usual(part), userIds: [] }])),
  otherwise: null,
  settingsTo: null,
  deactivate: isActive,
})

const usual = ({ isFinished, destinations }: HandoverPart): Destination =>
  isFinished && destinations.includes('keep') ? 'keep' : destinations.includes('customer') ? 'customer' : 'people'

/** What the server is asked for; null while nobody is named for the rest. A part without people goes to that person. */
export const inputOf = (draft: HandoverDraft): HandoverInput | null => {
  if (draft.otherwise === null) return null
  const { otherwise, settingsTo, deactivate } = draft
  const choices = Object.entries(draft.choices).map(([key, { to, userIds }]): [string, HandoverInput['choices'][string]] => [
    key,
    to === 'people' ? { to, userIds: userIds.length > 0 ? userIds : [otherwise] } : { to },
  ])
  return { choices: Object.fromEntries(choices), otherwise, settingsTo, deactivate }
}
