// A job writes entities within itself alone, whatever way it takes; and outside of a job nothing can be written at all.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { identityEntities } from '../../src/identity/entities.js';
import { Database } from '../../src/store/database.js';
import {
  listPeople,
  personById,
  StoredAssignment,
  savePerson,
  StoredPerson,
} from '../../src/identity/stored-person.js';
import { Session } from '../../src/identity/sessions.js';
import { saveSetting, Setting, setting } from '../../src/store/settings.js';
import { UnitOfWork } from '../../src/store/unit-of-work.js';

/** Of whom nothing is known yet. */
const nobody = { name: null, email: null, erasedOn: null, assignments: [] };

let folder: string;
let database: Database;
let work: UnitOfWork;
let ended: Error | null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sluis-'));
  database = await Database.open(folder, identityEntities);
  work = new UnitOfWork(database);
  work.onFatal((error) => (ended = error));
});
beforeEach(async () => {
  ended = null;
  await work.do(async ({ manager }) => {
    for (const entity of [Setting, StoredAssignment, StoredPerson]) await manager.clear(entity);
  });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const row = (key: string) => ({ key, value: 'x' });

/** The keys of all settings as another connection sees them: what is not committed is not there. */
const keys = async () => (await database.manager.find(Setting, { order: { key: 'ASC' } })).map(({ key }) => key);

/** Every way in which a job may write a row. */
const ways: Record<string, (manager: EntityManager, key: string) => Promise<unknown>> = {
  save: (manager, key) => manager.save(Setting, row(key)),
  'save of a list': (manager, key) => manager.save(Setting, [row(key)]),
  insert: (manager, key) => manager.insert(Setting, row(key)),
  upsert: (manager, key) => manager.upsert(Setting, row(key), ['key']),
  'a repository': (manager, key) => manager.getRepository(Setting).save(row(key)),
  'a query builder': (manager, key) => manager.createQueryBuilder().insert().into(Setting).values(row(key)).execute(),
  'a statement': (manager, key) => manager.query('INSERT INTO setting (key, value) VALUES (?, ?)', [key, 'x']),
  'remove and save again': async (manager, key) => {
    const saved = await manager.save(Setting, row(key));
    await manager.remove(Setting, saved);
    await manager.save(Setting, row(key));
  },
  'a nested transaction': (manager, key) => manager.transaction((nested) => nested.save(Setting, row(key))),
  'a nested transaction in a nested one': (manager, key) =>
    manager.transaction((outer) => outer.transaction((inner) => inner.save(Setting, row(key)))),
  'a transaction of its query runner': async (manager, key) => {
    await manager.queryRunner?.startTransaction();
    try {
      await manager.save(Setting, row(key));
      await manager.queryRunner?.commitTransaction();
    } catch (error) {
      await manager.queryRunner?.rollbackTransaction();
      throw error;
    }
  },
  'what is left of a nested transaction that failed': async (manager, key) => {
    const fails = manager.transaction(async (nested) => {
      await nested.save(Setting, row(`lost ${key}`));
      throw new Error('nested');
    });
    await expect(fails).rejects.toThrow('nested');
    await manager.save(Setting, row(key));
  },
};

const numbered = (count: number) => Array.from({ length: count }, (_, i) => String(i).padStart(2, '0'));

describe('a job that writes entities', () => {
  it.each(Object.entries(ways))('by %s touches itself alone, one failing in the middle of 32', async (_, write) => {
    const failing = '16';
    const jobs = numbered(32).map((key) =>
      work.do(async ({ manager }) => {
        await write(manager, key);
        expect(await keys()).toEqual([]); // nothing of the group is committed before all of it is
        if (key === failing) throw new Error('refused');
      }),
    );
    const answers = await Promise.allSettled(jobs);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(31);
    expect(answers[16]).toMatchObject({ status: 'rejected', reason: { message: 'refused' } });
    expect(await keys()).toEqual(numbered(32).filter((key) => key !== failing));
  });

  it.each(Object.entries(ways))('by %s is alone as well when it shares with nobody', async (_, write) => {
    await work.do(({ manager }) => write(manager, 'kept'));
    const refused = work.do(async ({ manager }) => {
      await write(manager, 'lost');
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    expect(await keys()).toEqual(['kept']);
  });

  it('loses itself alone when a constraint refuses its save', async () => {
    const of = randomUUID();
    await work.do(({ manager }) => savePerson(manager, { ...nobody, id: of, email: 'een@test.example', name: 'Een' }));
    const jobs = numbered(32).map((key) =>
      work.do(async ({ manager }) => {
        await saveSetting(manager, key, 'x');
        const email = key === '16' ? 'een@test.example' : `${key}@test.example`;
        await manager.save(StoredPerson, { id: key, email, name: key });
      }),
    );
    const answers = await Promise.allSettled(jobs);
    expect(answers.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1);
    expect(await keys()).toEqual(numbered(32).filter((key) => key !== '16'));
    expect(await database.manager.count(StoredPerson)).toBe(32);
  });

  it('removes what it says and nothing else', async () => {
    await work.do(async ({ manager }) => {
      for (const key of numbered(4)) await saveSetting(manager, key, 'x');
    });
    const jobs = numbered(3).map((key) =>
      work.do(async ({ manager }) => {
        await manager.remove(await manager.findOneByOrFail(Setting, { key }));
        if (key === '01') throw new Error('refused');
      }),
    );
    await Promise.allSettled(jobs);
    expect(await keys()).toEqual(['01', '03']);
  });

  it('cannot end the transaction of its group', async () => {
    for (const end of ['commitTransaction', 'rollbackTransaction'] as const) {
      const jobs = ['before', 'ends', 'after'].map((key) =>
        work.do(async ({ manager }) => {
          await saveSetting(manager, `${end} ${key}`, 'x');
          if (key === 'ends') await manager.queryRunner?.[end]();
        }),
      );
      const [, ends] = await Promise.allSettled(jobs);
      expect(ends).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('unit of work') } });
    }
    expect(await keys()).toEqual([
      ...['commitTransaction after', 'commitTransaction before'],
      ...['rollbackTransaction after', 'rollbackTransaction before'],
    ]);
  });

  it.each(Object.entries(ways))('writes nothing when its transaction is gone, by %s', async (_, write) => {
    const jobs = ['before', 'gone', 'after'].map((key) =>
      work.do(async ({ connection, manager }) => {
        await saveSetting(manager, key, 'x');
        if (key !== 'gone') return;
        await connection.run('ROLLBACK'); // as SQLite itself may, when a write fails
        await write(manager, 'outside').catch(() => undefined);
      }),
    );
    for (const answer of await Promise.allSettled(jobs)) expect(answer.status).toBe('rejected');
    expect(await keys()).toEqual([]);
    await work.do(({ manager }) => saveSetting(manager, 'later', 'x'));
    expect(await keys()).toEqual(['later']);
  });

  it.each(Object.entries(ways))('leaves a manager behind that is of no use, by %s', async (_, write) => {
    const left = await work.do(({ manager }) => Promise.resolve({ manager }));
    await expect(write(left.manager, 'late')).rejects.toThrow(/released|is gone/);
    const within = work.do(async ({ manager }) => {
      await saveSetting(manager, 'mine', 'x');
      await write(left.manager, 'not mine');
    });
    await expect(within).rejects.toThrow(/released|is gone/);
    expect(await keys()).toEqual([]);
  });
});

describe('what can be had without a job', () => {
  const outside: Record<string, (manager: EntityManager) => Promise<unknown>> = {
    ...Object.fromEntries(Object.entries(ways).map(([name, write]) => [name, (manager) => write(manager, 'outside')])),
    remove: async (manager) => manager.remove(await manager.findOneByOrFail(Setting, { key: 'there' })),
    delete: (manager) => manager.delete(Setting, { key: 'there' }),
    update: (manager) => manager.update(Setting, 'there', { value: 'y' }),
    clear: (manager) => manager.clear(Setting),
    'a table': (manager) => manager.query('CREATE TABLE another (id text)'),
  };

  beforeEach(() => work.do(({ manager }) => saveSetting(manager, 'there', 'x')));

  it.each(Object.entries(outside))('cannot write: %s', async (_, write) => {
    await expect(write(database.source.manager)).rejects.toThrow('readonly');
    await expect(write(database.source.createQueryRunner().manager)).rejects.toThrow('readonly');
    await expect(write(database.source.getRepository(Setting).manager)).rejects.toThrow('readonly');
    expect(await keys()).toEqual(['there']);
    expect(await setting(database.manager, 'there')).toBe('x');
  });

  it.each(Object.entries(outside))('cannot write from within a job either, and spoils nobody: %s', async (_, write) => {
    const jobs = numbered(3).map((key) =>
      work.do(async ({ manager }) => {
        await saveSetting(manager, key, 'x');
        if (key === '01') await write(database.manager);
      }),
    );
    const answers = await Promise.allSettled(jobs);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await keys()).toEqual(['00', '02', 'there']);
    expect(ended).toBeNull();
  });

  it('is all that the manager of a job leads to', async () => {
    const leads = work.do(({ manager }) => ways.save!(manager.dataSource.manager, 'outside'));
    await expect(leads).rejects.toThrow('readonly');
    expect(await keys()).toEqual(['there']);
  });
});

describe('people', () => {
  it('have their assignments in the order in which they began, and a limit counts people', async () => {
    await work.do(async ({ manager }) => {
      for (const id of ['c', 'a', 'b']) {
        const days = ['2024-03-01', '2024-01-01', '2024-02-01', '2024-01-01'];
        const assignments = days.map(
          (from, n) => ({ id: `${id}${9 - n}`, role: 'reader', body: null, from, until: null }) as const,
        );
        await savePerson(manager, {
          ...nobody,
          id,
          email: `${id}@test.example`,
          name: id,
          assignments: [...assignments],
        });
      }
    });
    const expected = (id: string) => ({
      id,
      email: `${id}@test.example`,
      name: id,
      erasedOn: null,
      phone: null,
      assignments: [`${id}6`, `${id}8`, `${id}7`, `${id}9`].map((one) => expect.objectContaining({ id: one })),
    });
    const { manager } = database;
    expect(await personById(manager, 'b')).toEqual(expected('b'));
    expect(await listPeople(manager, '', 2)).toEqual(['a', 'b'].map(expected));
    expect(await listPeople(manager, 'b@test.example', 2)).toEqual([expected('c')]);
  });

  it('are there before their sessions and assignments', async () => {
    const session = { hash: 'x', person: 'nobody', kind: 'token', expiresAt: '2999-01-01T00:00:00.000Z' } as const;
    await expect(work.do(({ manager }) => manager.insert(Session, session))).rejects.toThrow('FOREIGN KEY');
    const assignment = { id: 'x', role: 'reader', body: null, from: '2024-01-01', until: null } as const;
    const insert = work.do(({ manager }) => manager.insert(StoredAssignment, { ...assignment, of: { id: 'nobody' } }));
    await expect(insert).rejects.toThrow('FOREIGN KEY');
    expect(await database.manager.count(StoredAssignment)).toBe(0);
  });
});
