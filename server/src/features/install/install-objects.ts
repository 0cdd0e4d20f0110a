import { standardObjects } from '@jieli/extensions/standard-objects'
import type { ConfigKind } from '@jieli/core'
import { changeConfig } from '../config/change-config.ts'
import { createObject } from '../objects/create-object.ts'
import type { Context } from '../workspace/workspace.ts'

/** Makes the workspace's row and the standard objects, through the same function an admin's objects come by. */
export const installObjects = async (context: Context, workspaceName: string): Promise<void> => {
  const { db, config, directory } = context.workspace
  await db.transaction(async (tx) => {
    await tx.query('INSERT INTO w.workspace (id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      context.workspace.id,
      workspaceName,
    ])
    for (const object of Object.values(standardObjects)) await createObject(context, tx, { ...object, isStandard: true })
  })
  await config.refresh()
  await directory.refresh()
}

/** Puts a solution's settings in place: roles, views, rules, sources, forms … one change, one version. */
export const installSettings = async (
  context: Context,
  settings: Partial<Record<ConfigKind, readonly { id: string }[]>>,
): Promise<void> => {
  const changes = Object.entries(settings).flatMap(([kind, items]) =>
    items.map((item) => ({ kind: kind as ConfigKind, id: item.id, item })),
  )
  await changeConfig(context, changes)
}
