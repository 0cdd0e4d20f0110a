import type { ObjectDraft } from '@jieli/core'
import { gradeOptions } from '../grade-options.ts'
import { outcomeOptions } from '../outcome-options.ts'
import { sourceOptions } from '../source-options.ts'
import { subjectOptions } from '../subject-options.ts'
import { stageOptions } from './stage-options.ts'

/** 线索: one customer's interest, from the first touch to enrolment. */
export const lead: ObjectDraft = {
  name: 'lead',
  label: { 'zh-CN': '线索', en: 'Lead' },
  icon: 'inbox',
  titleField: 'name',
  stageField: 'stage',
  fields: [
    // Who it is.
    { name: 'name', label: { 'zh-CN': '姓名', en: 'Name' }, type: 'text', searchable: true },
    {
      name: 'phone',
      label: { 'zh-CN': '手机号', en: 'Phone' },
      type: 'phone',
      help: { 'zh-CN': '带空格、横线、+86、全角数字都认', en: 'Spaces, dashes, +86 and full-width digits are understood' },
      identifies: true,
      sensitive: true,
      searchable: true,
    },
    { name: 'wechat', label: { 'zh-CN': '微信号', en: 'WeChat id' }, type: 'wechat-id', identifies: true, sensitive: true },
    { name: 'contact', label: { 'zh-CN': '联系人', en: 'Contact' }, type: 'relation', settings: { object: 'contact' } },
    { name: 'studentName', label: { 'zh-CN': '学员姓名', en: 'Student' }, type: 'text', searchable: true },
    { name: 'grade', label: { 'zh-CN': '孩子年级', en: 'Grade' }, type: 'select', settings: { options: gradeOptions } },
    // What they need.
    {
      name: 'subject',
      label: { 'zh-CN': '最关注提分科目', en: 'Subject' },
      type: 'select',
      settings: { options: [...subjectOptions] },
    },
    { name: 'trialTime', label: { 'zh-CN': '可接受试听时间', en: 'Trial time' }, type: 'instant' },
    { name: 'campus', label: { 'zh-CN': '校区', en: 'Campus' }, type: 'relation', settings: { object: 'campus' } },
    { name: 'note', label: { 'zh-CN': '客户原话', en: 'In their words' }, type: 'long-text' },
    {
      name: 'intent',
      label: { 'zh-CN': '意向分', en: 'Intent score' },
      type: 'number',
      settings: { scale: 0, min: 0, max: 100 },
    },
    { name: 'budget', label: { 'zh-CN': '预算', en: 'Budget' }, type: 'money' },
    {
      name: 'decisionRole',
      label: { 'zh-CN': '决策人角色', en: 'Who decides' },
      type: 'select',
      settings: {
        options: [
          { id: 'mother', label: { 'zh-CN': '妈妈做主', en: 'Mother' } },
          { id: 'father', label: { 'zh-CN': '爸爸做主', en: 'Father' } },
          { id: 'both', label: { 'zh-CN': '父母商量', en: 'Both parents' } },
          { id: 'child', label: { 'zh-CN': '孩子自己定', en: 'The child' } },
          { id: 'grandparent', label: { 'zh-CN': '爷爷奶奶', en: 'Grandparents' } },
        ],
      },
    },
    // Where it stands.
    { name: 'stage', label: { 'zh-CN': '阶段', en: 'Stage' }, type: 'select', settings: { options: [...stageOptions] } },
    {
      name: 'outcome',
      label: { 'zh-CN': '最近结果', en: 'Latest outcome' },
      type: 'select',
      settings: { options: [...outcomeOptions] },
      readOnly: true,
    },
    {
      name: 'lostStage',
      label: { 'zh-CN': '放弃前阶段', en: 'Stage before loss' },
      type: 'select',
      settings: { options: [...stageOptions] },
      readOnly: true,
    },
    {
      name: 'lostOutcome',
      label: { 'zh-CN': '放弃前结果', en: 'Outcome before loss' },
      type: 'select',
      settings: { options: [...outcomeOptions] },
      readOnly: true,
    },
    { name: 'nextAction', label: { 'zh-CN': '下一步', en: 'Next action' }, type: 'text' },
    { name: 'nextAt', label: { 'zh-CN': '下次跟进', en: 'Next follow-up' }, type: 'instant' },
    { name: 'assignedAt', label: { 'zh-CN': '分配时间', en: 'Assigned' }, type: 'instant', readOnly: true },
    { name: 'firstFollowUpAt', label: { 'zh-CN': '首次跟进时间', en: 'First follow-up' }, type: 'instant', readOnly: true },
    { name: 'lastFollowUpAt', label: { 'zh-CN': '最近跟进时间', en: 'Last follow-up' }, type: 'instant', readOnly: true },
    {
      name: 'followUpCount',
      label: { 'zh-CN': '跟进次数', en: 'Follow-ups' },
      type: 'number',
      settings: { scale: 0 },
      readOnly: true,
    },
    {
      name: 'firstResponseMinutes',
      label: { 'zh-CN': '首响用时（分钟）', en: 'First response (min)' },
      type: 'number',
      settings: { scale: 0 },
      readOnly: true,
    },
    {
      name: 'assignmentQueue',
      label: { 'zh-CN': '待分配队列', en: 'Assignment queue' },
      type: 'text',
      readOnly: true,
      help: { 'zh-CN': '没有人能接时写在这里，主管会收到提醒', en: 'Set when nobody could take the lead; the manager is told' },
    },
    // How it came.
    { name: 'source', label: { 'zh-CN': '来源', en: 'Source' }, type: 'select', settings: { options: [...sourceOptions] } },
    {
      name: 'touchCount',
      label: { 'zh-CN': '接触次数', en: 'Touches' },
      type: 'number',
      settings: { scale: 0 },
      readOnly: true,
    },
    { name: 'utmSource', label: { 'zh-CN': '投放来源', en: 'UTM source' }, type: 'text', readOnly: true },
    { name: 'utmMedium', label: { 'zh-CN': '投放媒介', en: 'UTM medium' }, type: 'text', readOnly: true },
    { name: 'utmCampaign', label: { 'zh-CN': '投放计划', en: 'UTM campaign' }, type: 'text', readOnly: true },
    { name: 'clickIds', label: { 'zh-CN': '点击标识', en: 'Click ids' }, type: 'long-text', readOnly: true },
  ],
}
