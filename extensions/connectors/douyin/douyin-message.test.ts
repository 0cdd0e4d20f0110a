import { expect, test } from 'vitest'
import { readMessage } from './douyin-message.ts'

const phoneOf = (text: string) => readMessage({ text }, 'o_1')['telephone']

test('a number in the chat is the phone, however it is typed', () => {
  expect(phoneOf('我电话13951726384，下午打')).toBe('+8613951726384')
  expect(phoneOf('电话 139-5172-6384')).toBe('+8613951726384')
  expect(phoneOf('139 5172 6384 或者 13951726384')).toBe('+8613951726384')
})

test('two numbers are a question for a person', () => {
  expect(phoneOf('妈妈13951726384 爸爸13951726385')).toBe('')
})

test('a picture is noted as one, and a kind nobody knows as a message; a kind is not looked up in Object', () => {
  expect(readMessage({ message_type: 'image' }, 'o_1')['note']).toBe('［图片］')
  expect(readMessage({ message_type: 'constructor' }, 'o_1')['note']).toBe('［私信］')
})

test('the name is the sender’s, not that of another in the conversation', () => {
  const user_infos = [
    { open_id: 'o_2', nick_name: '青屿教育' },
    { open_id: 'o_1', nick_name: ' 王女士 ' },
  ]
  expect(readMessage({ text: '你好', user_infos }, 'o_1')['name']).toBe('王女士')
  expect(readMessage({ text: '你好', user_infos: 'broken' }, undefined)['name']).toBe('')
})
