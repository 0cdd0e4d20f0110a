import { defineMessages } from '../messages.ts'

export const kanbanMessages = defineMessages({
  title: ['看板', 'Pipeline'],
  columns: ['按阶段排的线索', 'Leads by stage'],
  all: ['全部', 'All'],
  mine: ['我的', 'Mine'],
  whose: ['看谁的', 'Whose'],
  noNext: ['没有下一步', 'No next step'],
  dragHelp: [
    '按空格拿起，用左右方向键换阶段，再按空格放下，按 Esc 取消。',
    'Press space to pick up, the left and right arrows to change the stage, space to drop, Esc to cancel.',
  ],
  lifted: ['拿起了{name}', 'Picked up {name}'],
  over: ['{name}在{stage}上', '{name} is over {stage}'],
  dropped: ['{name}放到了{stage}', '{name} dropped on {stage}'],
  cancelled: ['放回原处', 'Put back'],
})
