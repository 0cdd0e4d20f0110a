/** One place where lessons happen, known to the workspace by `id`. `key` is stable and goes into addresses: `xianlin`. */
export interface SolutionCampus {
  key: string
  name: string
  id: string
  /** At the foot of its form. */
  address?: string
}

/** What the solution must be told about the company that installs it. */
export interface EducationSetup {
  campuses: SolutionCampus[]
  /** Users who take customers with a budget over 30,000 yuan for IELTS. Empty: that rule asks for the skill alone. */
  seniorConsultantIds: string[]
}
