import { assignmentRules } from './assignment-rules.ts'
import { channels } from './channels.ts'
import { calendars, followUpRules } from './follow-up-rules.ts'
import { forms } from './forms.ts'
import { outcomes } from './outcomes.ts'
import { roles } from './roles.ts'
import type { EducationSetup } from './setup.ts'
import type { SolutionConfig } from './solution-config.ts'
import { sources } from './sources.ts'
import { views } from './views.ts'

/**
 * Everything a chain of schools needs beyond the standard objects, as data. Ids of campuses and people are the
 * workspace's, hence a function.
 *
 * @example educationSolution({ campuses: [{ key: 'xianlin', name: '仙林校区', id: '0190…' }], seniorConsultantIds: [] }).role
 */
export const educationSolution = (setup: EducationSetup): SolutionConfig => ({
  role: roles,
  view: views,
  outcome: outcomes,
  'assignment-rule': assignmentRules(setup),
  'follow-up-rule': followUpRules,
  calendar: calendars,
  source: sources,
  form: forms(setup),
  channel: channels,
})
