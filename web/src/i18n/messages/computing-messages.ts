import { defineMessages } from '../messages.ts'

export const computingMessages = defineMessages({
  computing: ['计算中', 'Computing'],
  computingTo: ['计算中 {percent} %', 'Computing {percent} %'],
  note: ['{state}：还没轮到的记录显示原来的值', '{state}: records whose turn is still to come show what they had'],
  stuck: ['计算停下了', 'Computing has stopped'],
  stuckNote: ['计算停下了，有的值不是最新的', 'Computing has stopped, so some values are out of date'],
  retry: ['接着算', 'Go on'],
})
