import { expect, it } from 'vitest'
import { Statements } from './statements.ts'

/** A database that answers when told to, in the order it was asked. */
const slow = () => {
  const waiting: { text: string; answer: PromiseWithResolvers<unknown[]> }[] = []
  const statements = new Statements((text) => {
    const answer = Promise.withResolvers<unknown[]>()
    waiting.push({ text, answer })
    return answer.promise
  })
  return { statements, waiting }
}

it('sends at once, without waiting for what went before', () => {
  const { statements, waiting } = slow()
  statements.send('INSERT 1')
  void statements.run('SELECT 2', [])
  statements.send('INSERT 3')
  expect(waiting.map(({ text }) => text)).toEqual(['INSERT 1', 'SELECT 2', 'INSERT 3'])
})

it('gives the first failure of what nobody waited for', async () => {
  const { statements, waiting } = slow()
  statements.send('INSERT 1')
  statements.send('INSERT 2')
  waiting[0]?.answer.reject(new Error('duplicate key'))
  waiting[1]?.answer.reject(new Error('transaction is aborted'))
  expect(await statements.firstSentFailure()).toMatchObject({ message: 'duplicate key' })
})

it('leaves a failure that its caller has heard of to the caller', async () => {
  const { statements, waiting } = slow()
  const answer = statements.run('SELECT 1', [])
  statements.send('INSERT 2')
  waiting[0]?.answer.reject(new Error('no such column'))
  await expect(answer).rejects.toThrow('no such column')
  waiting[1]?.answer.reject(new Error('transaction is aborted'))
  expect(await statements.firstSentFailure()).toBeUndefined()
})

it('has no failure when all is well', async () => {
  const { statements, waiting } = slow()
  statements.send('INSERT 1')
  waiting[0]?.answer.resolve([])
  expect(await statements.firstSentFailure()).toBeUndefined()
})
