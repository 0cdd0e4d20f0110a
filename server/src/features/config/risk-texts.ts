import type { Locale } from '@jieli/core'
import type { Risk, RiskCode } from './plan-part.ts'

type Text = Record<Locale, string>

const text = (zh: string, en: string): Text => ({ 'zh-CN': zh, en })

/** What somebody must know before a part of a plan is done, or why it is left undone. */
const riskTexts: Record<RiskCode, Text> = {
  'field-has-values': text(
    '{count} 条记录在这个字段里填了内容。撤掉后看不到，数据保留在列里，回滚可以找回',
    '{count} records have a value here. They would no longer be seen; the column keeps them and a roll back brings them back',
  ),
  'object-has-records': text(
    '里面有 {count} 条记录。撤掉后看不到，数据保留在表里，回滚可以找回',
    'It holds {count} records. They would no longer be seen; the table keeps them and a roll back brings them back',
  ),
  'object-is-needed': text('系统要用这个对象，不能撤掉', 'The platform needs this object; it cannot be taken away'),
  'column-must-change': text(
    '字段类型要换（{detail}），需要在「对象与字段」里按步骤转换',
    'The type of the column changes ({detail}); convert it step by step under Objects and fields',
  ),
  'type-changes': text('字段类型变化：{detail}', 'The type changes: {detail}'),
  'options-go': text(
    '这些选项会去掉：{detail}。已选它们的记录不变，但显示为标识',
    'These options go: {detail}. Records that chose them keep the choice, shown by its key',
  ),
  'targets-go': text(
    '不再指向这些对象：{detail}。已指向它们的记录不变，但看不到；加回来就又能看到',
    'It no longer points to {detail}. Records that do keep it unseen, until the object is one of its own again',
  ),
  'identity-changes': text(
    '识别客户的方式变化，只对之后写入的记录生效',
    'How customers are recognised changes, for records written from now on',
  ),
  'role-is-held': text(
    '{count} 位同事还是这个角色，先给他们换角色',
    '{count} colleagues hold this role; give them another first',
  ),
  'door-closes': text('外面的人可能正在用，撤掉后这个入口关闭', 'People outside may be using it; this door would close'),
  'has-duplicates': text(
    '有 {count} 个值重复了，先在「对象与字段」里看是哪些并处理',
    '{count} values repeat; see which under Objects and fields and settle them first',
  ),
  'cannot-be-unique': text('这种字段不能设成不可重复', 'Values of a field of this kind cannot be kept from repeating'),
  'becomes-sensitive-less': text(
    '不再是敏感字段：没有点名的角色也会按「其余字段」看到',
    'No longer sensitive: roles that do not name it see it by their right to other fields',
  ),
}

/** The risk as a sentence, with how many and what. By functions: names of people's options may hold `$&`, which is no pattern. */
export const riskText = ({ code, count, detail }: Risk, locale: Locale): string =>
  riskTexts[code][locale].replace('{count}', () => String(count ?? '')).replace('{detail}', () => detail ?? '')
