import type { Form, Locale } from '@jieli/core'
import type { Workspace } from '../workspace/workspace.ts'
import type { FormChoices } from '../../public-pages/asked-fields.ts'
import type { Submission as FormSubmission } from '../../public-pages/read-submission.ts'
import type { Submission } from './submission.ts'

/** Where a public page stands: whose it is and which campus's. */
export interface FormPlace {
  locale: Locale
  workspaceName: string
  campusName?: string
}

export const placeOfForm = (workspace: Workspace, form: Form | null, locale: Locale): FormPlace => {
  const campus = form ? workspace.directory.current.campusNames.get(String(form.fixed['campus'] ?? '')) : undefined
  return { locale, workspaceName: workspace.config.current.name, ...(campus ? { campusName: campus } : {}) }
}

/** What relations on a public form may point to: campuses by name. Nothing else of the company is shown to the public. */
export const choicesOfForm = (workspace: Workspace): FormChoices => ({
  campus: [...workspace.directory.current.campusNames].map(([value, label]) => ({ value, label })),
})

/** What a sent form hands to capture: its answers, the values its address stands for, and how it came. */
export const submissionOfForm = (form: Form, sent: FormSubmission & { kind: 'accepted' }, now: string): Submission => ({
  sourceId: form.sourceId,
  eventId: `${form.id}/${sent.eventId}`,
  receivedAt: now,
  payload: sent.values,
  fixed: form.fixed,
  actor: { kind: 'form', id: form.id },
  attribution: {
    utmSource: sent.attribution.utm['utm_source'],
    utmMedium: sent.attribution.utm['utm_medium'],
    utmCampaign: sent.attribution.utm['utm_campaign'],
    ...(Object.keys(sent.attribution.clickIds).length > 0
      ? {
          clickIds: Object.entries(sent.attribution.clickIds)
            .map(([name, value]) => `${name}=${value}`)
            .join('\n'),
        }
      : {}),
    landing: sent.attribution,
    trail: sent.trail,
  },
})
