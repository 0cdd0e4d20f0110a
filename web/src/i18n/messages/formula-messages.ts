import { defineMessages } from '../messages.ts'

export const formulaMessages = defineMessages({
  formula: ['公式', 'Formula'],
  hint: [
    '例如 如果({金额} > 30000, "大单", "普通")；写 { 选字段',
    'e.g. IF({ Amount } > 30000, "large", "small"); type { for fields',
  ],
  conditionHint: [
    '例如 {金额} > 30000 且 {来源} = "抖音"；写 { 选字段',
    'e.g. { Amount } > 30000 AND { Source } = "Douyin"; type { for fields',
  ],
  loading: ['正在打开公式编辑器…', 'Opening the formula editor…'],
  functions: ['函数', 'Functions'],
  findFunction: ['找函数：中文名、英文名都行', 'Find a function by name'],
  noFunction: ['没有这样的函数', 'No such function'],
  insert: ['插入', 'Insert'],
  reads: ['读作', 'Reads as'],
  result: ['算出来', 'Result'],
  sampleOf: ['以「{title}」为例', 'for “{title}”'],
  otherSample: ['换一条', 'Another'],
  noSample: ['还没有记录可以试算', 'There is no record to try it on'],
  needsChildren: ['要查子记录，保存后在记录里看结果', 'Asks child records: see the result on a record once saved'],
  nothing: ['空', 'empty'],
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  gives: ['得到{type}', 'Gives {type}'],
  optional: ['可不写', 'optional'],
  repeats: ['可重复', 'may repeat'],
  example: ['例', 'e.g.'],
})
