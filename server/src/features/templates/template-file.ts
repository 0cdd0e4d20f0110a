import { readFile } from 'node:fs/promises'
import { AppError } from '@jieli/core'
import { solutionTemplates, type SolutionTemplate, type SolutionTemplateName } from '@jieli/extensions/solutions'
import { readConfigFile, type ConfigFile } from '../config/read-config-file.ts'

const folder = new URL('../../../../extensions/solutions/', import.meta.url)

export interface Template {
  template: SolutionTemplate
  file: ConfigFile
}

const read = new Map<string, Promise<Template>>()

const isTemplate = (name: string): name is SolutionTemplateName => Object.hasOwn(solutionTemplates, name)

/** A template with its settings; read once, for the files are part of the program. */
export const readTemplate = async (name: string): Promise<Template> => {
  if (!isTemplate(name)) throw new AppError('not-found')
  const known = read.get(name) ?? readOne(name)
  read.set(name, known)
  return known
}

const readOne = async (name: SolutionTemplateName): Promise<Template> => ({
  template: solutionTemplates[name],
  file: readConfigFile(await readFile(new URL(`${name}/template.yaml`, folder), 'utf8')),
})

export const templateNames = Object.keys(solutionTemplates) as SolutionTemplateName[]
