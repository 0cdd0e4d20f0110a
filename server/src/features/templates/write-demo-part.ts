import { must } from '@jieli/core'
import type { SolutionTemplate } from '@jieli/extensions/solutions'
import type { Queryable, Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import { DemoDraw } from './demo-tools.ts'
import { createLeads, createRecipe } from './write-template-demo.ts'

const MOST_OWNERS = 12

/**
 * Writes part of a demo beside a company's own records: 0 the leads, then one recipe each. Every part draws from a seed of
 * its own and reads from the database what came before it, so it is the same whichever process writes it.
 */
export const writeDemoPart = async (
  context: Context,
  tx: Transaction,
  template: SolutionTemplate,
  part: number,
): Promise<number> => {
  const draw = new DemoDraw(template.name, context.now, part)
  const { users, campusNames } = context.workspace.directory.current
  draw.remember('campus', [...campusNames.keys()].toSorted())
  for (const { object, ids } of await findWritten(tx, template.name)) draw.remember(object, ids)
  const active = [...users.values()].filter((person) => person.active)
  const advisers = active.filter((person) => person.roleIds.includes('consultant'))
  const owners = (advisers.length > 0 ? advisers : active).slice(0, MOST_OWNERS).map((person) => person.id)
  const ids =
    part === 0
      ? await createLeads(context, tx, template, { draw, owners })
      : await createRecipe(context, tx, template, { recipe: must(template.records[part - 1]), draw, owners })
  return ids.length
}

const findWritten = (db: Queryable, template: string): Promise<{ object: string; ids: string[] }[]> =>
  db.query(
    'SELECT object, array_agg(record_id ORDER BY record_id) AS ids FROM w.template_record WHERE template = $1 GROUP BY object',
    [template],
  )
