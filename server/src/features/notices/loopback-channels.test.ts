import { expect, test } from 'vitest'
import { loopbackHostOf } from './loopback-channels.ts'

test('this computer goes by three names, with the port that the scheme implies', () => {
  expect(['http://127.0.0.1:4010/x', 'https://localhost/x', 'http://[::1]/'].map(loopbackHostOf)).toEqual([
    ['127.0.0.1:4010'],
    ['localhost:443'],
    ['[::1]:80'],
  ])
})

test.each(['http://127.0.0.1.example.com', 'http://localhost.example.com', 'https://qyapi.weixin.qq.com', 'localhost:80', ''])(
  '%s is not this computer',
  (address) => {
    expect(loopbackHostOf(address)).toEqual([])
  },
)
