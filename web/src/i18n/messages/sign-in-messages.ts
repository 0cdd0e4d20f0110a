import { defineMessages } from '../messages.ts'

export const signInMessages = defineMessages({
  title: ['登录', 'Sign in'],
  promise: ['每条线索都有人接住', "Every lead in somebody's hands"],
  login: ['账号', 'Login'],
  password: ['密码', 'Password'],
  submit: ['登录', 'Sign in'],
  submitting: ['正在登录', 'Signing in'],
  demo: ['演示公司，点一个身份进去看看', 'A demo company: pick who to be'],
  missing: ['请填账号和密码', 'Please give login and password'],
})
