import type { SubjectId } from '@jieli/extensions/standard-objects/subject-options.ts'
import type { GradeId } from '@jieli/extensions/standard-objects/grade-options.ts'
import type { Random } from '@jieli/extensions/kit/seeded-random'

type Words = readonly [string, ...string[]]
interface Demand {
  weight: number
  grades: readonly [GradeId, ...GradeId[]]
  /** What a course costs, in yuan, lowest and highest. */
  price: [number, number]
  words: Words
}

/** What families come for: how often, in which school years, at what price and in whose words. */
export const demands: Record<SubjectId, Demand> = {
  'zk-math': {
    weight: 17,
    grades: ['g9', 'g9', 'g8'],
    price: [3_600, 7_200],
    words: [
      '二次函数总丢分，大题第三问不会',
      '几何辅助线想不到',
      '一模 98，想冲 110',
      '计算老出错，基础还行',
      '月考掉了十五名，想先测一下',
    ],
  },
  'zk-english': {
    weight: 9,
    grades: ['g9', 'g8'],
    price: [3_400, 6_800],
    words: ['完形填空错一半', '作文只会写模板句', '单词背了就忘', '听力口语考试在即，有专项班吗'],
  },
  'zk-sprint': {
    weight: 15,
    grades: ['g9'],
    price: [4_800, 8_800],
    words: [
      '离中考不到一年，想全科冲一冲',
      '想考前三所，现在差二十分左右',
      '有没有周末全天的冲刺班',
      '孩子愿意学，就是不会安排时间',
      '周六下午有空，想先听一节',
    ],
  },
  xsc: {
    weight: 12,
    grades: ['g5', 'g6', 'g5'],
    price: [3_800, 7_600],
    words: ['想看往年小升初录取情况', '五年级现在准备还来得及吗', '面谈那部分怎么练', '奥数没怎么学过，能跟上吗'],
  },
  'math-thinking': {
    weight: 9,
    grades: ['g2', 'g3', 'g4'],
    price: [3_200, 5_600],
    words: ['应用题读不懂题', '孩子喜欢数学，想拓展一下', '坐不住，要小班', '想了解用什么教材'],
  },
  reading: {
    weight: 6,
    grades: ['g3', 'g4', 'g6'],
    price: [2_800, 4_800],
    words: ['作文写不满四百字', '不爱看书，怎么引导', '阅读题答不到点上'],
  },
  'g8-physics': {
    weight: 8,
    grades: ['g8'],
    price: [3_600, 6_400],
    words: ['刚学物理，浮力听不懂', '电路图一画就错', '期中才 61 分，有点急'],
  },
  'g8-english': {
    weight: 6,
    grades: ['g8', 'g7'],
    price: [3_600, 6_200],
    words: ['语法一团乱', '初二英语分数往下掉', '想要同步班，跟学校进度'],
  },
  'g10-math': {
    weight: 6,
    grades: ['g10'],
    price: [5_200, 9_600],
    words: ['高一第一次月考不及格', '函数那一章完全没懂', '想一对一，晚上七点以后'],
  },
  'g10-english': { weight: 3, grades: ['g10', 'g11'], price: [4_600, 8_800], words: ['词汇量不够，阅读做不完', '续写不会写'] },
  'g10-physics': { weight: 3, grades: ['g10'], price: [4_800, 8_800], words: ['受力分析总漏力', '选科想选物理，先补一补'] },
  'gk-chinese': {
    weight: 2,
    grades: ['g12', 'g11'],
    price: [4_200, 7_800],
    words: ['古文默写还行，作文上不去', '现代文阅读一直丢分'],
  },
  ielts: {
    weight: 4,
    grades: ['g10', 'g11', 'g12'],
    price: [12_800, 38_800],
    words: ['目标 6.5，打算明年夏天考', '口语 5.5 上不去', '想申请香港的学校，时间怎么规划', '预算三万多，想要资深老师带'],
  },
}

export const pickSubject = (random: Random): SubjectId =>
  random.weighted(Object.entries(demands).map(([id, demand]) => [id as SubjectId, demand.weight] as const))

/** Seven in ten write something of their own. */
export const pickWords = (random: Random, subject: SubjectId): string | null =>
  random.chance(0.7) ? random.pick(demands[subject].words) : null
