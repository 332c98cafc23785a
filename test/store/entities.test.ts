// Entities say of a table what the migrations and the read models made, in a new database and in one of the first
// release; and in types that any database has.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  Table,
  type DataSource,
  type EntityMetadata,
  type Relation,
} from 'typeorm';
import { identityEntities } from '../../src/identity/entities.js';
import { dossierList } from '../../src/store/read-models/dossier-list.js';
import { foundWords } from '../../src/store/read-models/found-words.js';
import { openTurns } from '../../src/store/read-models/open-turns.js';
import type { Projection } from '../../src/store/read-models/projection.js';
import { beginFilling } from '../../src/store/read-models/rebuild.js';
import type { Connection } from '../../src/store/connection.js';
import { Database } from '../../src/store/database.js';
import { findOf, insertOf, upsertOf } from '../../src/store/prepared.js';
import { UnitOfWork } from '../../src/store/unit-of-work.js';
import { TestServer } from '../support/server.js';

/** The event logs, bytes, and what TypeORM remembers for itself: statements of their own. */
const withoutEntity = [
  'event',
  'event_text',
  'people_event',
  'people_event_text',
  'security_entry',
  'security_log_begin',
  'paper_piece',
  'migrations',
];

const firstRelease = join(import.meta.dirname, '../fixtures/first-release/sluis.sqlite');

/** What both a table and an entity say, in one form; a primary key is never null, whatever SQLite thinks of it. */
const shape = ({ columns, indices, uniques }: Table, foreignKeys: [string[], string, string[]][]) => ({
  columns: sorted(
    columns.map(({ name, type, isNullable, isPrimary }) => ({
      ...{ name, type, isPrimary },
      isNullable: isNullable && !isPrimary,
    })),
  ),
  indices: sorted(indices.map(({ name, columnNames, isUnique }) => ({ name, columnNames, isUnique }))),
  uniques: sorted(uniques.map(({ columnNames }) => columnNames)),
  foreignKeys: sorted(foreignKeys),
});

const shapeOfTable = (table: Table) =>
  shape(
    table,
    table.foreignKeys.map((key) => [key.columnNames, key.referencedTableName, key.referencedColumnNames]),
  );

const shapeOfEntity = (metadata: EntityMetadata, { driver }: DataSource) =>
  shape(
    Table.create(metadata, driver),
    metadata.foreignKeys.map(({ columns, referencedEntityMetadata, referencedColumns }) => [
      columns.map(({ databaseName }) => databaseName),
      referencedEntityMetadata.tableName,
      referencedColumns.map(({ databaseName }) => databaseName),
    ]),
  );

const sorted = <T>(list: T[]): T[] => list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

let folder: string;
let opened: Database;

async function open(readModels: readonly Projection[] = [dossierList, foundWords]): Promise<Database> {
  const ofReadModels = readModels.flatMap(({ tables }) => tables.map(({ entity }) => entity));
  opened = await Database.open(folder, [...identityEntities, ...ofReadModels]);
  return opened;
}

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sluis-'))));
afterEach(async () => {
  await opened.close();
  rmSync(folder, { recursive: true });
});

async function mustBeAlike({ source }: Database): Promise<void> {
  const runner = source.createQueryRunner();
  const known = source.entityMetadatas.map(({ tableName }) => tableName);
  const there = (await runner.query(`SELECT name FROM sqlite_master WHERE type = 'table'`)) as { name: string }[];
  const names = there.map(({ name }) => name).filter((name) => !name.startsWith('sqlite_'));
  expect(names.sort()).toEqual([...known, ...withoutEntity].sort());
  const tables = await runner.getTables(known); // of a table with columns that are made of others it cannot read
  for (const metadata of source.entityMetadatas) {
    const table = tables.find(({ name }) => name === metadata.tableName);
    expect({ [metadata.tableName]: table && shapeOfTable(table) }).toEqual({
      [metadata.tableName]: shapeOfEntity(metadata, source),
    });
  }
}

describe('the entities', () => {
  it('are as the tables of a new database', async () => {
    const database = await open();
    await new UnitOfWork(database).do((tx) => beginFilling(tx, [dossierList]));
    await mustBeAlike(database);
  });

  it('are as the tables of the first release, once they are brought up to date', async () => {
    copyFileSync(firstRelease, join(folder, 'sluis.sqlite'));
    const server = await TestServer.start({ folder, change: { clock: '2025-07-14T09:00:00Z' } });
    await server.sluis.rebuild();
    await server.stop({ keep: true });
    await mustBeAlike(await open([dossierList, openTurns, foundWords]));
  }, 60_000);

  it('hold texts and whole numbers, which every database has', async () => {
    const { source } = await open();
    const types = source.entityMetadatas.flatMap(({ columns }) => columns.map(({ type }) => type));
    expect([...new Set(types)].sort()).toEqual(['integer', 'text']);
  });
});

@Entity('pair')
class Pair {
  @PrimaryColumn('text') one!: string;
  @PrimaryColumn('integer', { name: 'the_other' }) other!: number;
  @Column('text', { name: 'the_value', nullable: true }) value!: string | null;
}

@Entity('mark')
class Mark {
  @PrimaryColumn('text') key!: string;
}

@Entity('part')
class Part {
  @PrimaryColumn('text') id!: string;
  @ManyToOne(() => Mark)
  @JoinColumn({ name: 'mark' })
  mark?: Relation<Mark>;
}

describe('a statement that is made once from an entity', () => {
  const entities = [Pair, Mark, Part];
  const tables = entities.map((entity) => ({ entity, dossier: 'id' }));
  const model = { ...dossierList, name: 'pairs', tables };

  async function withPairs(): Promise<Connection> {
    opened = await Database.open(folder, entities);
    await new UnitOfWork(opened).do((tx) => beginFilling(tx, [model]));
    return opened.writer;
  }

  it('adds, replaces and finds rows as a repository does', async () => {
    const connection = await withPairs();
    const { manager } = opened;
    const [insert, upsert, find] = [insertOf(Pair), upsertOf(Pair), findOf(Pair)];
    await insert(connection, { value: 'a', other: 1, one: 'x' });
    await insert(connection, { one: 'x', other: 2, value: null });
    await expect(insert(connection, { one: 'x', other: 1, value: 'b' })).rejects.toThrow('UNIQUE');
    await upsert(connection, { one: 'x', other: 1, value: 'c' });
    await upsert(connection, { one: 'y', other: 1, value: 'd' });
    expect(await manager.find(Pair, { order: { one: 'ASC', other: 'ASC' } })).toEqual([
      { one: 'x', other: 1, value: 'c' },
      { one: 'x', other: 2, value: null },
      { one: 'y', other: 1, value: 'd' },
    ]);
    for (const pair of await manager.find(Pair)) expect(await find(connection, pair.one, pair.other)).toEqual(pair);
    expect(await find(connection, 'z', 1)).toBeNull();
  });

  it('leaves a row that is nothing but its key', async () => {
    const connection = await withPairs();
    const upsert = upsertOf(Mark);
    await upsert(connection, { key: 'x' });
    await upsert(connection, { key: 'x' });
    expect(await opened.manager.count(Mark)).toBe(1);
  });

  it('is refused for an entity with more than values', async () => {
    const connection = await withPairs();
    expect(() => insertOf(Part)(connection, { id: 'x' })).toThrow('part.mark is more than a value');
  });
});
