import type pg from 'pg'

/** The shape of a workspace's schema as statements that make it again. */
export interface SchemaShape {
  tables: { name: string; columns: string[] }[]
  before: string[]
  after: string[]
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Things this backup does not know how to make again: a backup that silently lacks something is worse than none. */
const refuseUnknown = async (client: pg.Client, schema: string): Promise<void> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relkind::text || ' ' || relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind NOT IN ('r', 'i', 't', 'c', 'S')
     UNION ALL SELECT 'type ' || typname FROM pg_type WHERE typnamespace = $1::regnamespace AND typtype IN ('e', 'd', 'r')
     UNION ALL SELECT 'inheritance ' || c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE c.relnamespace = $1::regnamespace`,
    [schema],
  )
  if (rows.length > 0) throw new Error(`the backup does not know how to keep: ${rows.map((row) => row.name).join(', ')}`)
}

interface Column {
  table: string
  name: string
  type: string
  collation: string | null
  required: boolean
  value: string | null
  generated: boolean
  /** Numbers its rows by a sequence of its own, which comes with it. */
  identity: 'ALWAYS' | 'BY DEFAULT' | null
}

const findColumns = async (client: pg.Client, schema: string): Promise<Column[]> => {
  const { rows } = await client.query<Column>(
    `SELECT c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required,
       CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS collation,
       pg_get_expr(d.adbin, d.adrelid) AS value, a.attgenerated <> '' AS generated,
       CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped JOIN pg_type t ON t.oid = a.atttypid
     LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
     WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' ORDER BY c.relname, a.attnum`,
    [schema],
  )
  return rows
}

const columnText = ({ name, type, collation, required, value, generated, identity }: Column): string =>
  [
    quote(name),
    type,
    collation ? `COLLATE ${collation}` : '',
    value === null ? '' : generated ? `GENERATED ALWAYS AS (${value}) STORED` : `DEFAULT ${value}`,
    identity ? `GENERATED ${identity} AS IDENTITY` : '',
    required ? 'NOT NULL' : '',
  ]
    .filter(Boolean)
    .join(' ')

const textsOf = async (client: pg.Client, sql: string, params: unknown[]): Promise<string[]> =>
  (await client.query<{ text: string }>(sql, params)).rows.map((row) => row.text)

const findFunctions = (client: pg.Client, schema: string): Promise<string[]> =>
  textsOf(
    client,
    `SELECT pg_get_functiondef(oid) AS text FROM pg_proc WHERE pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('jieli', $1)) ORDER BY proname, oid`,
    [schema],
  )

/** Keys before references: a reference needs the key it points to. NOT NULL stands at the column. */
const findConstraints = (client: pg.Client, schema: string): Promise<string[]> =>
  textsOf(
    client,
    `SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', $2::text, c.relname, k.conname, pg_get_constraintdef(k.oid)) AS text
     FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid WHERE c.relnamespace = $1::regnamespace AND k.contype IN ('p', 'u', 'c', 'f', 'x')
     ORDER BY k.contype = 'f', c.relname, k.conname`,
    [schema, schema],
  )

const findIndexes = (client: pg.Client, schema: string): Promise<string[]> =>
  textsOf(
    client,
    `SELECT pg_get_indexdef(i.indexrelid) AS text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = $1::regnamespace AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) ORDER BY 1`,
    [schema],
  )

/** A field that is being converted notes what is written meanwhile; the restored workspace goes on converting it. */
const findTriggers = (client: pg.Client, schema: string): Promise<string[]> =>
  textsOf(
    client,
    `SELECT pg_get_triggerdef(t.oid) AS text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = $1::regnamespace AND NOT t.tgisinternal ORDER BY c.relname, t.tgname`,
    [schema],
  )

/** Sequences, and where they stand: numbers that were handed out are not handed out again after a restore. */
const findSequences = async (client: pg.Client, schema: string): Promise<{ made: string[]; set: string[] }> => {
  const { rows } = await client.query<{ name: string; last: string | null; isColumns: boolean }>(
    `SELECT s.sequencename AS name, s.last_value::text AS last,
       EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = format('%I.%I', s.schemaname, s.sequencename)::regclass AND d.deptype = 'i') AS "isColumns"
     FROM pg_sequences s WHERE s.schemaname = $1 ORDER BY 1`,
    [schema],
  )
  const nameOf = (name: string): string => `${quote(schema)}.${quote(name)}`
  return {
    made: rows.filter(({ isColumns }) => !isColumns).map(({ name }) => `CREATE SEQUENCE ${nameOf(name)}`),
    set: rows.flatMap(({ name, last }) => (last === null ? [] : [`SELECT setval('${nameOf(name)}', ${last})`])),
  }
}

export const readShape = async (client: pg.Client, schema: string): Promise<SchemaShape> => {
  await refuseUnknown(client, schema)
  const byTable = Map.groupBy(await findColumns(client, schema), (column) => column.table)
  const tables = [...byTable].map(([name, columns]) => ({
    name,
    columns: columns.filter((column) => !column.generated).map((column) => column.name),
  }))
  const sequences = await findSequences(client, schema)
  const made = [...byTable].map(
    ([name, columns]) => `CREATE TABLE ${quote(schema)}.${quote(name)} (${columns.map(columnText).join(', ')})`,
  )
  return {
    tables,
    before: [
      'CREATE EXTENSION IF NOT EXISTS pg_trgm',
      'CREATE EXTENSION IF NOT EXISTS btree_gin',
      'CREATE SCHEMA IF NOT EXISTS jieli',
      `CREATE SCHEMA IF NOT EXISTS ${quote(schema)}`,
      ...(await findFunctions(client, schema)),
      ...sequences.made,
      ...made,
    ],
    after: [
      ...sequences.set,
      ...(await findConstraints(client, schema)),
      ...(await findIndexes(client, schema)),
      ...(await findTriggers(client, schema)),
    ],
  }
}

/** Statements by which rows leave and enter, in PostgreSQL's own exact text. */
export const copyOut = (schema: string, table: { name: string; columns: string[] }): string =>
  `COPY ${quote(schema)}.${quote(table.name)} (${table.columns.map(quote).join(', ')}) TO STDOUT`
export const copyIn = (schema: string, table: { name: string; columns: string[] }): string =>
  `COPY ${quote(schema)}.${quote(table.name)} (${table.columns.map(quote).join(', ')}) FROM STDIN`

/** Whether something is installed in this schema already. */
export const isOccupied = async (client: pg.Client, schema: string): Promise<boolean> => {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass($1) IS NOT NULL AS there`, [
    `${schema}.workspace`,
  ])
  if (!rows[0]?.there) return false
  const installed = await client.query(`SELECT 1 FROM ${quote(schema)}.workspace LIMIT 1`)
  return (installed.rowCount ?? 0) > 0
}

/** An empty schema that a first start left gives way. */
export const dropSchema = async (client: pg.Client, schema: string): Promise<void> =>
  void (await client.query(`DROP SCHEMA IF EXISTS ${quote(schema)} CASCADE`))

export const readMigrations = (client: pg.Client, schema: string): Promise<string[]> =>
  textsOf(client, `SELECT name AS text FROM ${quote(schema)}.migration ORDER BY name`, [])
