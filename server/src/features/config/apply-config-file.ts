import type { Context } from '../workspace/workspace.ts'
import { carryOutPlan, preparePlan, type CarriedOut, type Consent, type Plan, type WantedOf } from './carry-out-plan.ts'
import { objectsOf, type ConfigTree } from './config-tree.ts'
import { makeFileRecords, tokensOf } from './file-records.ts'
import { attachIds } from './plan-objects.ts'
import { readConfigFile, type ConfigFile } from './read-config-file.ts'
import { findNamedRecords, recordNamesIn, resolveNames } from './record-names.ts'
import type { WantedObject } from './plan-part.ts'

/**
 * The settings a file asks for, in this workspace's ids. A record that the file brings along and that is not here yet stays a
 * name until it is made; any other name that nothing answers to is refused with its place.
 */
export const wantedByFile =
  ({ tree, records }: ConfigFile): WantedOf =>
  async (db, now) => {
    const ids = await findNamedRecords(db, objectsOf(now), recordNamesIn(tree))
    for (const { token } of tokensOf(records)) if (!ids.has(token)) ids.set(token, token)
    const wanted = resolveNames(tree, ids)
    const objects = wanted.object as Record<string, WantedObject> | undefined
    return { ...wanted, ...(objects && { object: attachIds(objectsOf(now), objects) }) } as ConfigTree
  }

/** What applying a file would do. Kinds that it does not mention stay; in those that it does, it is all there is. */
export const previewConfigFile = async (context: Context, text: string): Promise<Plan> =>
  preparePlan(context, wantedByFile(readConfigFile(text)))

/** Makes the settings those of the file: all of it in one transaction and one version, or nothing. Twice is once. */
export const applyConfigFile = async (
  context: Context,
  text: string,
  consent: Omit<Consent, 'leaveRest'>,
): Promise<CarriedOut> => {
  const file = readConfigFile(text)
  return carryOutPlan(context, wantedByFile(file), consent, (inside, tx, objects) =>
    makeFileRecords(inside, tx, objects, file.records),
  )
}
