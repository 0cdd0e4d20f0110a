import { defineMessages } from '../messages.ts'

export const subscriptionMessages = defineMessages({
  subscribe: ['订阅', 'Subscribe'],
  hint: [
    '到时把看板的关键数字发给你：站内消息，绑了企业微信的也发企业微信。数字按你那时能看到的算',
    'The key figures come to you as a notice, and by WeCom where you are known there, as you may see them at that moment',
  ],
  when: ['哪天', 'On'],
  daily: ['每个工作日', 'Every working day'],
  weekly: ['每周{day}，遇休息顺延', 'Every {day}, or the working day after'],
  at: ['几点', 'At'],
  range: ['看哪段时间', 'Period'],
  change: ['保存', 'Save'],
  subscribed: ['已订阅，下一次 {at}', 'Subscribed; the next comes {at}'],
  next: ['下一次 {at}', 'Next: {at}'],
  stop: ['停止订阅', 'Stop'],
  stopAsk: [
    '不再按时把「{name}」的数字发给你，站内和企业微信都不发。要看随时可以打开看板。',
    'The figures of “{name}” no longer come to you, neither as notices nor by WeCom. The board stays open to you.',
  ],
  thisBoard: ['这个看板', 'this board'],
  stopped: ['已停止订阅', 'Stopped'],
})
