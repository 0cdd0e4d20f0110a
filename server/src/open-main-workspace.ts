import { openWorkspace, type OpenWorkspace } from './features/workspace/open-workspace.ts'
import { systemClock } from './runtime/clock.ts'
import { deriveSecret } from './runtime/derive-secret.ts'
import { loadMasterKey } from './runtime/load-master-key.ts'
import type { Log } from './runtime/log.ts'
import { createSecretBox } from './runtime/secret-box.ts'
import type { Settings } from './runtime/settings.ts'

const WORKSPACE = 'main'
export const MAIN_SCHEMA = `w_${WORKSPACE}`

/** The demo's live customers all come from one address. */
const DEMO_FORM_LIMIT = 1_200

/** The program's workspace, opened as its settings say. */
export const openMainWorkspace = async (settings: Settings, databaseUrl: string, log: Log): Promise<OpenWorkspace> => {
  const key = await loadMasterKey(settings.home, settings.env)
  return openWorkspace({
    databaseUrl,
    id: WORKSPACE,
    home: settings.home,
    publicUrl: settings.publicUrl,
    clock: systemClock,
    log,
    secretBox: createSecretBox(key),
    signInSecret: deriveSecret(key, 'sign-in'),
    formSecret: deriveSecret(key, 'form'),
    ...(settings.empty ? {} : { formLimit: DEMO_FORM_LIMIT }),
  })
}
