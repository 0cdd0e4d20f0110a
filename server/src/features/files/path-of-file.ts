import { join } from 'node:path'
import type { Workspace } from '../workspace/workspace.ts'

/** Where a stored file lies. Ids begin with the time, so it is their end that spreads files over folders. */
export const pathOfFile = (workspace: Workspace, id: string): string => join(workspace.home, 'files', id.slice(-2), id)
