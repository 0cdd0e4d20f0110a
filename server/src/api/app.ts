import type { Captured, Submission } from '../features/capture/submission.ts'
import type { SignInService } from '../features/sign-in/sign-in-service.ts'
import type { Workspace } from '../features/workspace/workspace.ts'

/** What the routes are made over. */
export interface App {
  workspace: Workspace
  signIn: SignInService
  /** Takes submissions in; many that come at once are stored as one batch. */
  capture(submission: Submission): Promise<Captured>
  /** Folder of the built pages; null while developing. */
  webFolder: string | null
  /** Shown on the sign-in page of a demo workspace. */
  demoSignIns: { login: string; name: string; role: string }[]
}
