import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { restoreBackup } from '../features/backup/restore-backup.ts'
import { writeBackup } from '../features/backup/write-backup.ts'
import { systemClock } from '../runtime/clock.ts'
import { word, type Command } from './command.ts'
import { withDatabase, WORKSPACE_ID } from './with-database.ts'

const schema = `w_${WORKSPACE_ID}`

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup <file>',
  help: {
    'zh-CN': '把全部数据和上传的文件存成一个文件，不用停机',
    en: 'keep all data and uploaded files in one file, while running',
  },
  run: async ({ args, settings, print }) => {
    const file = word(args[0], '<file>')
    const manifest = await withDatabase(settings, (databaseUrl) =>
      writeBackup(file, { databaseUrl, schema, filesFolder: join(settings.home, 'files'), now: systemClock.now() }),
    )
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const megabytes = ((await stat(file)).size / 1_000_000).toFixed(1)
    print(
      `✓ ${file} · ${manifest.tables.length} 张表 tables, ${rows} 行 rows, ${manifest.files.length} 个文件 files, ${megabytes} MB`,
    )
    print(
      '  渠道密钥要靠 secret.key（或 JIELI_SECRET）才能解开，请另行保管 · sealed secrets need secret.key (or JIELI_SECRET): keep it apart',
    )
    return 0
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore <file>',
  help: {
    'zh-CN': '把备份恢复到空的数据库，恢复前先停掉程序',
    en: 'put a backup into an empty database; stop the application first',
  },
  run: async ({ args, settings, print }) => {
    const file = word(args[0], '<file>')
    const manifest = await withDatabase(settings, (databaseUrl) =>
      restoreBackup(file, { databaseUrl, schema, filesFolder: join(settings.home, 'files') }),
    )
    print(
      `✓ ${manifest.createdAt} · ${manifest.tables.length} 张表 tables, ${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} 行 rows, ${manifest.files.length} 个文件 files`,
    )
    return 0
  },
}
