import { defineMessages } from '../messages.ts'

export const inboxMessages = defineMessages({
  title: ['消息', 'Notices'],
  unread: ['{n} 条未读', '{n} unread'],
  isUnread: ['未读', 'unread'],
  readAll: ['全部已读', 'Mark all read'],
  emptyTitle: ['没有消息', 'No notices'],
  emptyText: ['新线索、超时提醒和催办会出现在这里。', 'New leads, warnings and nudges appear here.'],
})
