import type { SolutionTemplate } from '../solution-template.ts'

/**
 * 家长线索、年级与科目、试听、报名；校区轮转，48 小时首响。 The settings are `educationSolution` over the standard objects;
 * `template.yaml` is written from it and never edited by hand. Company, people and numbers are invented.
 */
export const education: SolutionTemplate = {
  name: 'education',
  label: { 'zh-CN': '教培', en: 'Education' },
  description: {
    'zh-CN': '家长线索、年级与科目、试听、报名；按校区和科目轮转，没跟进的 48 小时内提醒到主管。',
    en: 'Families, grades and subjects, trial lessons; leads go round the campus, silence reaches the manager in 48 hours.',
  },
  icon: 'graduation-cap',
  company: '南枝教育',
  places: [
    { key: 'gulou', name: '鼓楼校区', city: '南京', district: '鼓楼区', address: '中央路 201 号' },
    { key: 'jiangbei', name: '江北校区', city: '南京', district: '浦口区', address: '浦珠中路 66 号' },
    { key: 'qixia', name: '栖霞校区', city: '南京', district: '栖霞区', address: '仙隐北路 12 号' },
  ],
  leads: {
    count: 140,
    budget: [2400, 36_000],
    notes: [
      '二次函数大题总丢分',
      '一模 96，想冲 110',
      '完形填空错一半，单词背了就忘',
      '想先测一下再决定报哪科',
      '作文写不满，不爱读书',
      '周末有没有小班，孩子怕生',
      '物理刚开就跟不上',
      '雅思要 6.5，明年三月考',
      '小升初还来得及吗',
      '想听一节试听课再说',
      '孩子作业拖到十一点',
      '朋友家孩子在你们这里上的',
    ],
    followUps: [
      '约了周六上午试听，妈妈陪着来',
      '爸爸要和另一家比一比，发了课表',
      '试听后孩子愿意来，等妈妈定时间',
      '说这周忙，下周一再打',
      '发了往年成绩，问一对一价格',
      '先做测评，再排老师',
    ],
    seconds: ['小宇', '糖糖', '浩浩', '可乐', '朵朵', '一一', '安安', '豆豆', '阳阳', '果果'],
  },
  records: [
    {
      object: 'task',
      count: 120,
      each: (tools) => {
        const days = tools.random.integer(-5, 20)
        return {
          title: tools.random.pick(['发试听提醒', '排试听老师', '寄资料', '发测评报告', '确认周末时间', '问试听感受']),
          lead: tools.ref('lead'),
          kind: 'other',
          dueAt: tools.at(days),
          ...(days > 0 && tools.random.chance(0.8) ? { doneAt: tools.at(days - 1) } : {}),
        }
      },
    },
  ],
}
