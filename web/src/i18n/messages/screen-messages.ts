import { defineMessages } from '../messages.ts'

export const screenMessages = defineMessages({
  title: ['校区大屏', 'Campus screen'],
  leave: ['退出大屏', 'Leave the screen'],
  leadCount: ['{range}线索', 'Leads {range}'],
  latest: ['最新进入', 'Just in'],
  secondsAgo: ['{n}秒前', '{n}s ago'],
  minutesAgo: ['{n}分钟前', '{n} min ago'],
  hoursAgo: ['{n}小时前', '{n} h ago'],
  noLatest: ['还没有线索', 'No leads yet'],
  updated: ['更新于{at}', 'Updated {at}'],
})
