import { describe, expect, it } from 'vitest'
import { sizeSettings } from './size-settings.ts'

const GB = 2 ** 30
const sized = (data: number, memory: number) => sizeSettings({ dataBytes: data * GB, memoryBytes: memory * GB })

describe('the memory of the embedded PostgreSQL', () => {
  it('is small while the company is, however large the machine', () => {
    expect(sized(0.4, 64)).toMatchObject({ shared_buffers: '64MB', maintenance_work_mem: '64MB', max_wal_size: '1024MB' })
  })

  it('grows with the data', () => {
    expect(sized(7, 24)).toEqual({
      shared_buffers: '896MB',
      maintenance_work_mem: '256MB',
      max_wal_size: '3584MB',
      effective_cache_size: '12288MB',
    })
  })

  it('leaves seven eighths of a small machine to others', () => {
    expect(sized(100, 2)).toMatchObject({ shared_buffers: '256MB', maintenance_work_mem: '64MB', max_wal_size: '4096MB' })
  })
})
