import { defineMessages } from '../messages.ts'

export const timelineMessages = defineMessages({
  all: ['全部', 'All'],
  filter: ['看哪些', 'Show'],
  followUps: ['跟进', 'Follow-ups'],
  touches: ['接触', 'Touches'],
  changes: ['改动', 'Changes'],
  messages: ['提醒', 'Messages'],
  access: ['查看与导出', 'Reads and exports'],
  none: ['没有这一类', 'None of this kind'],
  noneHere: ['已载入的里面没有，可以再往前看', 'None among those loaded; look earlier'],
  empty: ['还没有动静', 'Nothing yet'],
  more: ['再早一些', 'Earlier'],
  byRule: ['由规则「{name}」', 'by rule "{name}"'],
  latency: ['从提交到入库{text}', '{text} from sending to storing'],
  changed: ['改为', 'to'],
  next: ['下一步：{action} {at}', 'Next: {action} {at}'],
  putBack: ['改回去', 'Put back'],
  putBackDone: ['已改回', 'Put back'],
  emptied: ['清空', 'emptied'],
  milliseconds: ['{n}毫秒', '{n} ms'],
  secondsLong: ['{n}秒', '{n} s'],
})
