import { call, field } from '@jieli/core'
import type { SolutionConfig } from './solution-config.ts'

type RoleInput = SolutionConfig['role'][number]
type Rights = RoleInput['objects'][string]

/** Sensitive fields must be named by each role that may see them; the rest follow `otherFields`. */
const everything: Rights = {
  create: true,
  read: 'all',
  update: 'all',
  delete: 'all',
  fields: { phone: 'write', wechat: 'write' },
  otherFields: 'write',
}
const readAll: Rights = { read: 'all', otherFields: 'read' }
/** Colleagues are known by name and place; their numbers, shifts and caps are their manager's business. */
const colleagues: Rights = {
  read: 'all',
  fields: { name: 'read', department: 'read', active: 'read', skills: 'read', phone: 'none', wecomId: 'none', login: 'none' },
  otherFields: 'none',
}
const settledByPlatform = {
  source: 'read',
  assignmentQueue: 'read',
  utmSource: 'read',
  utmMedium: 'read',
  utmCampaign: 'read',
  clickIds: 'read',
} as const

const admin: RoleInput = {
  id: 'admin',
  label: { 'zh-CN': '管理员', en: 'Admin' },
  abilities: [
    'configure',
    'manage-users',
    'see-boards',
    'edit-boards',
    'import',
    'export',
    'assign',
    'see-sources',
    'create-keys',
    'see-audit',
  ],
  objects: {
    lead: everything,
    contact: everything,
    followUp: everything,
    task: everything,
    order: everything,
    campus: everything,
    department: everything,
    user: { ...everything, fields: { phone: 'write' } },
    leave: everything,
  },
}

const branch = { create: true, read: 'departments-below', update: 'departments-below', otherFields: 'write' } as const

const manager: RoleInput = {
  id: 'manager',
  label: { 'zh-CN': '主管', en: 'Manager' },
  abilities: ['see-boards', 'edit-boards', 'import', 'export', 'assign', 'see-sources'],
  objects: {
    lead: { ...branch, fields: { phone: 'read', wechat: 'read', ...settledByPlatform } },
    contact: { ...branch, fields: { phone: 'read', wechat: 'read' } },
    followUp: branch,
    task: branch,
    order: branch,
    campus: readAll,
    department: readAll,
    user: {
      read: 'all',
      update: 'departments-below',
      fields: { phone: 'read', login: 'read', roles: 'read', department: 'read', name: 'read' },
      otherFields: 'write',
    },
    leave: {
      create: true,
      read: 'departments-below',
      update: 'departments-below',
      delete: 'departments-below',
      otherFields: 'write',
    },
  },
}

const mine = { create: true, read: 'own', update: 'own', otherFields: 'write' } as const

const consultant: RoleInput = {
  id: 'consultant',
  label: { 'zh-CN': '顾问', en: 'Consultant' },
  abilities: [],
  objects: {
    lead: {
      ...mine,
      fields: { phone: 'read', wechat: 'write', ...settledByPlatform, assignmentQueue: 'none', clickIds: 'none' },
    },
    contact: { ...mine, fields: { phone: 'read', wechat: 'write' } },
    followUp: { ...mine, update: 'none' },
    task: mine,
    order: { ...mine, update: 'none' },
    campus: readAll,
    department: readAll,
    user: colleagues,
    leave: { read: { where: call('equals', field('user'), call('currentUser')) }, otherFields: 'read' },
  },
}

const frontDesk: RoleInput = {
  id: 'front-desk',
  label: { 'zh-CN': '前台', en: 'Front desk' },
  abilities: [],
  objects: {
    lead: {
      create: true,
      read: 'department',
      update: 'none',
      fields: {
        phone: 'mask',
        wechat: 'mask',
        name: 'read',
        studentName: 'read',
        grade: 'read',
        subject: 'read',
        trialTime: 'read',
        campus: 'read',
        stage: 'read',
        nextAction: 'read',
        nextAt: 'read',
        source: 'read',
        note: 'read',
        touchCount: 'read',
      },
      otherFields: 'none',
    },
    contact: { read: 'department', fields: { phone: 'mask', wechat: 'none' }, otherFields: 'read' },
    followUp: { read: 'none' },
    task: { read: 'own', update: 'own', otherFields: 'write' },
    order: { read: 'none' },
    campus: readAll,
    department: readAll,
    user: colleagues,
    leave: { read: 'none' },
  },
}

/** 管理员, 主管, 顾问, 前台. Deny by default: what is not written here is not seen. */
export const roles: RoleInput[] = [admin, manager, consultant, frontDesk]
