import { defineMessages } from '../messages.ts'

export const fieldSettingsMessages = defineMessages({
  choose: ['选一个', 'Choose one'],
  formula: ['公式', 'Formula'],
  result: ['显示成', 'Shown as'],
  scale: ['小数位数', 'Decimal places'],
  through: ['通过哪个关联', 'Through which relation'],
  shownField: ['显示对方的哪个字段', 'Which field from there'],
  noRelation: ['先加一个「关联」字段，才能引用对方的内容', 'Add a relation field first: a lookup goes through one'],
  noChildren: [
    '还没有别的对象指向「{object}」，先在那边加一个关联字段',
    'Nothing points to {object} yet: add a relation there first',
  ],
  over: ['汇总哪些记录', 'Over which records'],
  figure: ['算什么', 'What to reckon'],
  of: ['哪个字段', 'Which field'],
  which: ['只算符合条件的{object}', 'Only {object} that match'],
  count: ['条数', 'Count'],
  sum: ['合计', 'Sum'],
  avg: ['平均', 'Average'],
  min: ['最小 / 最早', 'Least / first'],
  max: ['最大 / 最晚', 'Greatest / last'],
  any: ['有没有', 'Whether there is any'],
  all: ['是不是全部符合', 'Whether all match'],
  none: ['是不是一个都没有', 'Whether there is none'],
  tree: ['选项（每行一个，缩进表示下级）', 'Options (one a line, indented below their parent)'],
  treeHint: ['硬件\n  摄像头\n  其他\n服务', 'Hardware\n  Cameras\n  Other\nServices'],
  treeNote: [
    '改名会变成新选项；挪到别的上级下面的，也是新选项',
    'A changed name is a new option, and so is one that moves below another parent',
  ],
  pattern: ['编号格式', 'Pattern'],
  firstNumber: ['今天的第一个：{number}', 'First of today: {number}'],
  patternWrong: [
    '要有一个 {0000} 这样的序号；用月要有年，用日要有月',
    'Needs one number such as {0000}; a month needs its year, a day its month',
  ],
  platformFills: ['系统自动算，没有人要填', 'Worked out by the platform; nobody fills it in'],
  peopleFillRows: [
    '行由能改这条记录和这个字段的人填；有几行，系统自动数',
    'Whoever may change the record and this field fills in the rows; the platform counts them',
  ],
})
