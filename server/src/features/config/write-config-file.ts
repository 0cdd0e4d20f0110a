import { Document, isMap, isPair, isScalar, visit, type Node, type Pair, type Scalar } from 'yaml'
import { configKindLabels, expressionSchema, type ConfigKind } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import { compactItem } from './compact-item.ts'
import { configKindNames, readConfigTree, requireConfigure, type ConfigTree } from './config-tree.ts'
import { conditionSentence } from './describe-plan.ts'
import { describeNamedRecords, type FileRecords } from './file-records.ts'
import { nameRecords } from './record-names.ts'

/** Grows when a file of today could no longer be read as what it says. */
export const FILE_FORMAT = 1

/** Wide enough for an option or a field on one line, narrow enough for a screen and a diff. */
const LINE = 118

const introduction = ` 接力的设置，一个文件 · Jieli settings, one file
 每一节是一类设置，每一项按标识排列；系统会自己补上的默认值不写；密钥不在这里。
 Each section is a kind of setting; what the platform fills in by itself is left out; secrets are never here.
 人员、部门、校区写成名字：@user:登录名、@department:总部/华东区、@campus:仙林校区。
 比较 compare: npm run jieli -- config diff <file>    应用 apply: npm run jieli -- config apply <file> [--dry-run]`

/** What an admin must know of a section before changing it. */
const explanations: Partial<Record<ConfigKind, string>> = {
  object: '每个对象是一张表，fields 是它的列，先后就是页面上的先后。改名只改 label，标识不变',
  role: '没有写到的就是没有权限。fields 逐个点名，otherFields 是其余字段；敏感字段必须点名',
  'assignment-rule': '按 order 从小到大试，第一条有人能接的规则决定',
  'follow-up-rule': '有了负责人就开始计时，有效跟进停下；calendarId 为空按昼夜计',
  calendar: 'week 从周一到周日；法定节假日和调休自动计入',
  form: '地址是 /f/标识，改标识等于换地址',
  source: '推送地址是 /in/标识；签名密钥不在文件里，应用后在「来源」里填',
  layout: '记录页面的布局：标签页里放分组、关联列表和时间线；roles 为空给所有人',
  menu: '各角色的菜单；没写进去的只是不显示，不是没有权限',
  webhook: '把这里发生的事告诉别的系统；签名密钥不在文件里，应用后在「开放接口」里重新生成',
  outcome: '跟进后必选的结果，effective 为 true 的停下计时',
}

/** The file of the workspace's settings: the same settings give the same bytes, whoever wrote them and wherever they are. */
export const exportConfigFile = async (context: Context): Promise<string> => {
  requireConfigure(context)
  const { db } = context.workspace
  const tree = await readConfigTree(db)
  return writeConfigFile(context, db, tree)
}

export const writeConfigFile = async (context: Context, db: Queryable, tree: ConfigTree): Promise<string> => {
  const named = await nameRecords(db, tree)
  const records = await describeNamedRecords(db, named)
  const document = new Document(contentOf(named, records))
  document.commentBefore = introduction
  explainSections(document)
  explainConditions(document, context, tree)
  foldShort(document)
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

const contentOf = (tree: ConfigTree, records: FileRecords): object => ({
  jieli: FILE_FORMAT,
  ...Object.fromEntries(
    configKindNames
      .filter((kind) => Object.keys(tree[kind] ?? {}).length > 0)
      .map((kind) => [kind, Object.fromEntries(inOrder(tree, kind).map(([id, item]) => [id, compactItem(kind, item)]))]),
  ),
  ...(Object.keys(records).length > 0 ? { records } : {}),
})

/** As people meet them where items have an order, else by id. */
const inOrder = (tree: ConfigTree, kind: ConfigKind): [string, unknown][] => {
  const place = (item: unknown): number => Number((item as { order?: unknown }).order ?? 0)
  return Object.entries(tree[kind] ?? {}).toSorted(([a, one], [b, other]) => place(one) - place(other) || (a < b ? -1 : 1))
}

const explainSections = (document: Document): void => {
  for (const pair of isMap(document.contents) ? document.contents.items : []) {
    const key = pair.key as Scalar<string>
    const kind = key.value as ConfigKind
    const label = configKindLabels[kind]
    const text = explanations[kind]
    if (label) key.commentBefore = ` ${label['zh-CN']} ${label.en ?? ''}${text ? `：${text}` : ''}`
    if (key.value === 'records')
      key.commentBefore = ` 设置里提到的部门、人员、地点：应用到别处时按名字找，没有就新建（新建的人员是停用的，启用后才接线索）`
    key.spaceBefore = true
  }
}

/** Above each condition stands what it says. */
const explainConditions = (document: Document, context: Context, tree: ConfigTree): void => {
  for (const kind of configKindNames) {
    for (const [id, item] of Object.entries(tree[kind] ?? {})) {
      const node = document.getIn([kind, id], true)
      if (!isMap(node)) continue
      visit(node, {
        Pair: (_key, pair, path) => {
          const condition = expressionSchema.safeParse(conditionIn(pair))
          if (!condition.success) return undefined
          const object = objectAt(path, (item as { object?: string }).object)
          ;(pair.key as Scalar).commentBefore = ` ${conditionSentence(context, tree, condition.data, object)}`
          return visit.SKIP
        },
      })
    }
  }
}

const conditionIn = (pair: Pair): unknown =>
  isScalar(pair.key) && ['when', 'where', 'refuseWhen'].includes(String(pair.key.value)) && isMap(pair.value)
    ? pair.value.toJSON()
    : undefined

/** A role's condition is about the object under which it stands. */
const objectAt = (path: readonly unknown[], own: string | undefined): string => {
  const keys = path.filter(isPair).map((pair) => String((pair.key as Scalar).value))
  return own ?? keys[keys.indexOf('objects') + 1] ?? 'lead'
}

/** Whatever is short stands on one line: a label, an option, a plain field. */
const foldShort = (document: Document): void => {
  visit(document, {
    Collection: (key, node, path) => {
      if (key === null || path.length < 4) return
      const indent = path.filter((one) => !isPair(one)).length * 2
      if (!hasComment(node) && JSON.stringify(node).length + indent < LINE) node.flow = true
    },
  })
}

const hasComment = (node: Node): boolean => {
  let found = false
  visit(node, {
    Node: (_key, one) => {
      if (one.commentBefore) found = true
      return found ? visit.BREAK : undefined
    },
  })
  return found
}
