import { defineMessages } from '../messages.ts'

export const todayMessages = defineMessages({
  title: ['今日', 'Today'],
  overdue: ['逾期', 'Overdue'],
  fresh: ['新线索', 'New leads'],
  today: ['今天', 'Today'],
  waiting: ['等回复', 'Waiting'],
  takeWithin: ['内接手', 'left to take it'],
  tookTooLong: ['已超时', 'overtime'],
  whyMe: ['为什么是我', 'Why me'],
  wecom: ['企微', 'WeCom'],
  call: ['拨打', 'Call'],
  takeAndCall: ['接手并拨打', 'Take and call'],
  callPerson: ['拨打{name}', 'Call {name}'],
  logFor: ['给{name}记跟进', 'Log a follow-up for {name}'],
  log: ['记跟进', 'Log'],
  remaining: ['剩余时间{n}%', '{n}% of the time left'],
  emptyTitle: ['今天的都做完了', 'Everything for today is done'],
  emptyText: ['新线索一到，这里马上出现。', 'A new lead appears here the moment it arrives.'],
  seeLeads: ['看全部线索', 'See all leads'],
  phoneHidden: ['你看不到这位客户的号码', 'You may not see this number'],
  noAction: ['定下一步', 'Decide the next step'],
})
