import { expect, test } from 'vitest'
import type { BoardFigure } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { formatMessage, type MessageParams } from '../../i18n/messages.ts'
import { figureProps } from './figure-texts.ts'

const text = (key: keyof typeof boardMessages, params?: MessageParams): string =>
  formatMessage(boardMessages[key], 'zh-CN', params)
const figure = (more: Partial<BoardFigure>): BoardFigure => ({
  name: 'firstResponse',
  label: '',
  meaning: '',
  value: 1.6,
  unit: '小时',
  threshold: 1.8,
  better: 'down',
  status: 'ok',
  delta: -0.3,
  deltaUnit: '小时',
  trend: [1],
  query: { object: 'lead' },
  ...more,
})

test('a falling response time is good', () => {
  expect(figureProps(figure({}), 'week', text)).toMatchObject({
    label: '首响中位数',
    value: '1.6',
    unit: '小时',
    statusText: '达标',
    thresholdText: '阈值≤1.8',
    since: '较上周',
    delta: { text: '0.3小时', rises: false, isGood: true },
  })
})

test('a falling rate is bad and says that it is below its threshold', () => {
  const props = figureProps(
    figure({ name: 'visitRate', value: 61.1, unit: '%', threshold: 65, better: 'up', status: 'warn', delta: -4.6 }),
    'month',
    text,
  )
  expect(props).toMatchObject({
    statusText: '低于阈值',
    thresholdText: '阈值≥65%',
    since: '较上月',
    delta: { text: '4.6个点', isGood: false },
  })
})

test('income is on course or behind, named by its stretch, against a target', () => {
  const props = figureProps(
    figure({ name: 'income', value: 86.4, threshold: 92, better: 'up', status: 'ok', delta: 9.1 }),
    'month',
    text,
  )
  expect(props).toMatchObject({
    label: '本月回款',
    statusText: '进度正常',
    thresholdText: '目标92万元',
    threshold: null,
    delta: { text: '9.1%' },
  })
})

test('without data nothing is judged', () => {
  expect(figureProps(figure({ value: null, status: 'err', delta: null }), 'today', text)).toMatchObject({
    value: '—',
    unit: '',
    status: 'ok',
    statusText: '暂无数据',
    delta: null,
  })
})
