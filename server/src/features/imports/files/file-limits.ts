/** What a file may ask of us. Beyond it the person is told to split the file; nothing is read half. */
export const fileLimits = {
  bytes: 50 * 1_048_576,
  rows: 200_000,
  columns: 200,
  cellLength: 30_000,
  /** What a workbook may unfold to: 50 MB of sheets are about 10 times that as text. */
  unpackedBytes: 400 * 1_048_576,
  /** Real sheets shrink 5 to 30 times; a bomb shrinks a thousand times. */
  unpackedRatio: 150,
  archiveEntries: 2_000,
} as const
