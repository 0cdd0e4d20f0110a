import pg from 'pg'

const COPY_DATA = 0x64
const COPY_DONE = 0x63
/** The letter of a message and its length, which counts itself. */
const HEAD = 5

/** What of a driver's connection is needed here; its own types do not tell. */
interface Wire {
  query(text: string): void
  stream: { writable: boolean; write(bytes: Uint8Array): boolean }
}

/** The data of a COPY and its end, as PostgreSQL reads them. */
const messagesOf = (data: string): Buffer => {
  const length = Buffer.byteLength(data)
  const bytes = Buffer.allocUnsafe(HEAD + length + HEAD)
  bytes[0] = COPY_DATA
  bytes.writeUInt32BE(length + 4, 1)
  bytes.write(data, HEAD, 'utf8')
  bytes[HEAD + length] = COPY_DONE
  bytes.writeUInt32BE(4, HEAD + length + 1)
  return bytes
}

/**
 * `COPY … FROM STDIN` among the other statements of a connection. Its rows go out right behind it, without waiting to be asked
 * for them, so it stands in line like any statement; if it is refused, PostgreSQL passes over them.
 */
class CopyRows extends pg.Query {
  constructor(text: string, data: string, answered: (error: Error | undefined) => void) {
    super(text, answered)
    this.submit = (connection) => {
      const wire = connection as unknown as Wire
      wire.query(text)
      if (wire.stream.writable) wire.stream.write(messagesOf(data))
    }
  }

  /** The rows are on their way already. */
  handleCopyInResponse(): void {}
}

export const copyRows = async (client: pg.ClientBase, text: string, data: string): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  client.query(new CopyRows(text, data, (error) => (error ? reject(error) : resolve())))
  await promise
}
