import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { holdWrites } from './hold-writes.ts'

const collecting = () => {
  const pieces: string[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => done(void pieces.push(String(chunk))),
    writev: (chunks, done) => done(void pieces.push(chunks.map(({ chunk }) => String(chunk)).join('+'))),
  })
  return { pieces, stream, ...holdWrites(stream) }
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

it('sends what is written in one go, over settled promises too, as one piece', async () => {
  const { pieces, stream, hold } = collecting()
  const write = (text: string): void => {
    hold()
    stream.write(text)
  }
  write('BEGIN')
  write('INSERT')
  await Promise.resolve()
  write('COMMIT')
  expect(pieces).toEqual([])
  await nextTurn()
  expect(pieces).toEqual(['BEGIN+INSERT+COMMIT'])
})

it('lets go by itself, each time', async () => {
  const { pieces, stream, hold } = collecting()
  for (const text of ['first', 'second']) {
    hold()
    stream.write(text)
    await nextTurn()
  }
  expect(pieces).toEqual(['first', 'second'])
})

it('does no harm to a connection that has gone', async () => {
  const { stream, hold } = collecting()
  hold()
  stream.destroy()
  await nextTurn()
  expect(stream.writableCorked).toBe(0)
})

it('lets go at once when told to, and holds again', async () => {
  const { pieces, stream, hold, letGo } = collecting()
  const write = (text: string): void => {
    hold()
    stream.write(text)
  }
  write('BEGIN')
  write('COPY')
  letGo()
  expect(pieces).toEqual(['BEGIN+COPY'])
  write('INSERT')
  write('COMMIT')
  expect(pieces).toHaveLength(1)
  await nextTurn()
  expect(pieces).toEqual(['BEGIN+COPY', 'INSERT+COMMIT'])
})
