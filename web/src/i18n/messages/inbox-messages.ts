import { defineMessages } from '../messages.ts'

export const inboxMessages = defineMessages({
  title: ['消息', 'Notices'],
  unread: ['{n} 条未读', '{n} unread'],
  isUnread: ['未读', 'unread'],
  readAll: ['全部已读', 'Mark all read'],
  delivered: ['已送达', 'delivered'],
  failed: ['没送到', 'not delivered'],
  waiting: ['正在送', 'on its way'],
  stop: ['停止订阅', 'Stop these'],
  stopped: ['已停止订阅', 'Stopped'],
  earlier: ['再早一些', 'Earlier'],
  emptyTitle: ['没有消息', 'No notices'],
  emptyText: ['新线索、超时提醒和催办会出现在这里。', 'New leads, warnings and nudges appear here.'],
})
