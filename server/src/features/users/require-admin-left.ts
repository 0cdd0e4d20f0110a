import { AppError } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Workspace } from '../workspace/workspace.ts'

/**
 * Somebody must be left who can let others in and change the settings, or the company is locked out of its own system.
 * Reads people and roles as this transaction leaves them, never the ones in memory: a role may be on its way out while
 * its holder is. Callers hold the lock of the workspace's row (`nextVersion`), so two such changes follow one another.
 */
export const requireAdminLeft = async (workspace: Workspace, tx: Transaction, path: 'roles' | 'abilities'): Promise<void> => {
  const info = workspace.config.current.objects.get('user')
  const [active, roles] = [info?.fields.get('active')?.column, info?.fields.get('roles')?.column]
  if (!info || !active || !roles) return
  const [admin] = await tx.query(
    `SELECT u.id FROM w.${info.table} u
     JOIN w.config_item r ON r.kind = 'role' AND r.id = ANY(u.${roles})
     CROSS JOIN LATERAL jsonb_array_elements_text(r.item -> 'abilities') ability
     WHERE u.deleted_at IS NULL AND u.${active} IS NOT FALSE AND ability IN ('configure', 'manage-users')
     GROUP BY u.id HAVING count(DISTINCT ability) = 2 LIMIT 1`,
  )
  if (!admin) throw new AppError('invalid-values', { issues: [{ path, code: 'last-admin' }] })
}
