import { textOf, type ConfigKind, type Label, type Locale } from '@jieli/core'
import { standardObjects } from '@jieli/extensions/standard-objects'
import { objectsOf, requireConfigure } from '../config/config-tree.ts'
import type { Context } from '../workspace/workspace.ts'
import { findDemoRecords } from './remove-template-demo.ts'
import { readTemplate, templateNames } from './template-file.ts'

/** A template as the gallery shows it. */
export interface TemplateCard {
  name: string
  label: string
  description: string
  icon: string
  company: string
  /** Objects that it has beyond those every workspace begins with; none where these are enough (教培). */
  objects: string[]
  counts: { fields: number; roles: number; views: number; forms: number; rules: number; demoRecords: number }
  installedAt: string | null
  /** Demo records of it that are in the workspace now. */
  demoRecords: number
}

/** All templates, with what each brings and whether it is here. */
export const findTemplates = async (context: Context, locale: Locale): Promise<TemplateCard[]> => {
  requireConfigure(context)
  const { db } = context.workspace
  const rows = await db.query<{ name: string; installed_at: string }>('SELECT name, installed_at FROM w.template')
  const installed = new Map(rows.map((row) => [row.name, row.installed_at]))
  const standard = new Set<string>(Object.keys(standardObjects))
  return Promise.all(
    templateNames.map(async (name) => {
      const { template, file } = await readTemplate(name)
      const all = Object.values(objectsOf(file.tree))
      const own = all.filter((object) => !standard.has(object.name))
      const count = (kind: ConfigKind): number => Object.keys(file.tree[kind] ?? {}).length
      const demo = installed.has(name) ? await findDemoRecords(context, db, name) : new Map<string, string[]>()
      const say = (label: Label): string => textOf(label, locale)
      return {
        name,
        label: say(template.label),
        description: say(template.description),
        icon: template.icon,
        company: template.company,
        objects: own.map((object) => say(object.label)),
        counts: {
          fields: (own.length > 0 ? own : all).reduce((sum, object) => sum + object.fields.length, 0),
          roles: count('role'),
          views: count('view'),
          forms: count('form'),
          rules: count('assignment-rule') + count('follow-up-rule'),
          demoRecords: template.leads.count + template.records.reduce((sum, one) => sum + one.count, 0),
        },
        installedAt: installed.get(name) ?? null,
        demoRecords: [...demo.values()].reduce((sum, ids) => sum + ids.length, 0),
      }
    }),
  )
}
