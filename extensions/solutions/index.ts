import { aestheticMedicine } from './aesthetic-medicine/template.ts'
import { dental } from './dental/template.ts'
import { education } from './education/template.ts'
import { medicalDevices } from './medical-devices/template.ts'
import { realEstate } from './real-estate/template.ts'
import { saas } from './saas/template.ts'
import type { SolutionTemplate } from './solution-template.ts'

/**
 * Industries whose settings are a file and whose company is a recipe, in the order of the gallery. 教培 is also what every
 * workspace begins with: its file is written from `educationSolution`, the others are what was modelled in a page and exported.
 */
export const solutionTemplates = {
  education,
  dental,
  'medical-devices': medicalDevices,
  saas,
  'real-estate': realEstate,
  'aesthetic-medicine': aestheticMedicine,
} satisfies Record<string, SolutionTemplate>
export type SolutionTemplateName = keyof typeof solutionTemplates

export { educationSolution } from './education/solution.ts'
export type { EducationSetup, SolutionCampus } from './education/setup.ts'
export type { SolutionConfig } from './education/solution-config.ts'
export type { DemoRecords, DemoTools, SolutionTemplate } from './solution-template.ts'
