import { readFile } from 'node:fs/promises'
import { textOf, type Access, type FieldInfo, type ObjectAccess, type ObjectInfo } from '@jieli/core'
import type { Context } from '../../features/workspace/workspace.ts'
import { fieldSchema } from '../openapi/field-schema.ts'
import { readableSubTables } from '../openapi/rows-description.ts'
import { typeOfSchema } from './type-of-schema.ts'

const runtime = new URL('./client-runtime.ts', import.meta.url)

/**
 * A TypeScript client of this workspace as the caller may use it: one file, typed by the workspace's own objects and
 * fields, with nothing to install.
 */
export const writeClient = async (context: Context): Promise<string> => {
  const { config, publicUrl } = context.workspace
  const objects = [...config.current.objects.values()].flatMap((info) => {
    const access = context.access.object(info)
    return access && access.read.length > 0 ? [{ info, access }] : []
  })
  return [
    `// ${commentOf(config.current.name)} · Jieli 接力, settings version ${config.current.version}.`,
    '// Generated: fetch it anew when fields change. 生成的文件，字段改变后请重新下载，不要手改。',
    '',
    (await readFile(runtime, 'utf8')).trimEnd(),
    '',
    ...objects.map(({ info, access }) => writeTypes(info, access) + writeRows(info, context.access)),
    '/** Everything that this key reaches. */',
    'export const createClient = (options: ClientOptions) => {',
    '  const connection = new Connection(options)',
    '  return {',
    ...objects.map(({ info }) => `    ${info.name}: ${clientOf(info, context.access)},`),
    '  }',
    '}',
    '',
    '// @example',
    `// const jieli = createClient({ url: '${publicUrl}', key: process.env.JIELI_KEY ?? '' })`,
    ...(objects[0] ? [`// for await (const record of jieli.${objects[0].info.name}.all()) console.log(record.values)`] : []),
    '',
  ].join('\n')
}

const typeName = ({ name }: ObjectInfo): string => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Record`

const clientOf = (info: ObjectInfo, reader: Access): string => {
  const name = typeName(info)
  const rows = readableSubTables(info, reader).length > 0 ? `, ${name}Rows` : ''
  return `new ObjectClient<${name}, ${name}Input, ${name}Edit${rows}>(connection, ${JSON.stringify(info.name)})`
}

/** The sub-tables of an object: what a row reads as, and what is written into it. A type, for an interface has no index. */
const writeRows = (info: ObjectInfo, reader: Access): string => {
  const lines = readableSubTables(info, reader).map((part) => {
    const name = typeName(part)
    return `  /** ${commentOf(textOf(part.partOf.field.label))} */\n  ${part.partOf.field.name}: { values: ${name}; edit: ${name}Edit }`
  })
  return lines.length === 0 ? '' : [`\nexport type ${typeName(info)}Rows = {`, ...lines, '}', ''].join('\n')
}

/** A label must not end the comment that it stands in. */
const commentOf = (text: string): string => text.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')

const writeTypes = (info: ObjectInfo, access: ObjectAccess): string => {
  const name = typeName(info)
  const known = [...info.fields.values()].filter((field) => access.right(field) !== 'none')
  const writable = known.filter((field) => !field.system && !field.readOnly && access.right(field) === 'write')
  const property = (field: FieldInfo, isOptional: boolean): string =>
    `  /** ${commentOf(textOf(field.label))} */\n  ${field.name}${isOptional ? '?' : ''}: ${typeOfSchema(fieldSchema(field, access.right(field)))}`
  const declare = (suffix: string, what: string, lines: string[]): string =>
    [
      `/** ${commentOf(textOf(info.definition.label))}${what} */`,
      `export interface ${name}${suffix} {`,
      ...lines,
      '}',
      '',
    ].join('\n')
  return [
    declare(
      '',
      '',
      known.map((field) => property(field, false)),
    ),
    declare(
      'Input',
      '：新建时填写',
      writable.map((field) => property(field, !field.required)),
    ),
    declare(
      'Edit',
      '：修改时填写',
      writable.map((field) => property(field, true)),
    ),
  ].join('\n')
}
