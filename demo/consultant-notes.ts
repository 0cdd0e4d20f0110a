import type { OutcomeId } from '@jieli/extensions/standard-objects/outcome-options.ts'
import type { Random } from '@jieli/extensions/kit/seeded-random'

type Words = readonly [string, ...string[]]

const openings: Words = [
  '电话聊了十来分钟，',
  '妈妈接的，',
  '爸爸接的，',
  '微信上说的，',
  '孩子放学后回的电话，',
  '',
  '',
  '',
  '',
]

const notes: Record<OutcomeId, Words> = {
  'needs-trial': [
    '想先听一节再定，已约时间',
    '周末下午有空，到店试听',
    '先做个测评再排试听老师',
    '孩子愿意来，妈妈陪着一起',
    '问了往年录取情况，约到店看',
    '家离校区十分钟，方便过来',
    '作业多，只有周六能来',
    '担心跟不上，先试一节看看',
    '想听上次公开课那位老师的',
  ],
  enrolled: [
    '试听后当场定了，选周六班',
    '两科一起报，走的老生价',
    '爸爸来交的费，排课已发',
    '课时包定了 60 节，下周开始',
    '孩子自己点头了，家长很爽快',
    '分两期付，第一期已到账',
  ],
  'not-now': [
    '已经在别家报了，寒假再联系',
    '孩子不愿意补，先放一放',
    '离得太远，接送不方便',
    '觉得价格高，明年再看',
    '只是随便问问，没有计划',
    '转学去外地了',
    '打了几次都没人接，先放一放',
  ],
  'no-answer': [
    '没人接，晚点再打',
    '关机',
    '响了很久没接，发了短信',
    '在开会，说晚上再说',
    '占线两次',
    '接了说在上班，匆匆挂了',
  ],
  comparing: [
    '另一家给了八折，在对比',
    '在看两家机构，问我们师资',
    '问能不能再优惠一点，要和爱人商量',
    '对比了班额，我们小班有优势',
    '方案看了，觉得课时多了点',
    '另一家离得近，我们这边老师更合适',
  ],
  'wecom-added': [
    '加上企微，发了课程介绍',
    '加了企微，孩子试卷已发来',
    '企微通过了，约周末细聊',
    '发了一份往年真题，家长说先看看',
    '加了企微，拉了妈妈进群',
  ],
}

const visitNotes: Words = [
  '试听来了，孩子说老师讲得清楚',
  '到店做了测评，缺口在基础',
  '试听后和老师聊了二十分钟',
  '妈妈带来的，看了教室和课表',
  '试听完给了方案，回去商量',
]
const missedNotes: Words = [
  '约好没来，电话没接',
  '临时有事，没来成',
  '学校补课，来不了',
  '孩子不肯来，家长再劝劝',
  '下雨没来，改天',
]

/** What a consultant jots down: short, in their own way, now and then nothing at all. */
export const pickNote = (random: Random, outcomeId: OutcomeId): string =>
  random.chance(0.08) ? '' : `${outcomeId === 'no-answer' ? '' : random.pick(openings)}${random.pick(notes[outcomeId])}`
export const pickVisitNote = (random: Random): string => random.pick(visitNotes)
export const pickMissedNote = (random: Random): string => random.pick(missedNotes)
