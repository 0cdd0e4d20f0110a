import { educationSolution } from './education/solution.ts'

/** Industry solutions by name. */
export const solutions = { education: educationSolution }
export type SolutionName = keyof typeof solutions
export { educationSolution } from './education/solution.ts'
export type { EducationSetup, SolutionCampus } from './education/setup.ts'
export type { SolutionConfig } from './education/solution-config.ts'
