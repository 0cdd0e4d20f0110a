import { defineMessages } from '../messages.ts'

export const meMessages = defineMessages({
  preferences: ['偏好', 'Preferences'],
  density: ['列表行高', 'Row height'],
  compact: ['紧凑', 'Compact'],
  standard: ['标准', 'Standard'],
  loose: ['宽松', 'Loose'],
  password: ['改密码', 'Change password'],
  old: ['现在的密码', 'Current password'],
  new: ['新密码', 'New password'],
  again: ['再输一次', 'Once more'],
  different: ['两次输入不一样', 'The two are not the same'],
  change: ['改密码并重新登录', 'Change it and sign in again'],
  changed: ['密码已改，请用新密码登录', 'Password changed; sign in with the new one'],
  note: ['改完后，所有设备都要重新登录。', 'All devices have to sign in again afterwards.'],
})
