// The law of the read models: after every event they say of a dossier what the folded dossier says.
import type { DossierEvent } from '../../src/domain/dossier/events.js';
import { correctionIn } from '../../src/domain/fold/effective.js';
import { evolve } from '../../src/domain/fold/evolve.js';
import { now } from '../../src/domain/fold/history.js';
import { runningState, type Dossier } from '../../src/domain/dossier/state.js';
import { possibleTurnHolders } from '../../src/domain/turns/turn-holders.js';
import type { BodyId } from '../../src/domain/vocabulary.js';
import { dossierList } from '../../src/store/read-models/dossier-list.js';
import { openTurns } from '../../src/store/read-models/open-turns.js';
import type { Connection } from '../../src/store/connection.js';
import { readRecord } from '../../src/store/event-log.js';
import { fold } from './fold.js';
import type { TestServer } from './server.js';

/** Nothing that was written on the way is kept. */
class Undo extends Error {}

/** @returns how many events were listed, of every dossier that this server has */
export async function mustBeListedAsFolded({ sluis }: TestServer): Promise<number> {
  let count = 0;
  await sluis.work
    .do(async ({ connection }) => {
      for (const id of await connection.events.dossierIds()) {
        let dossier: Dossier | null = null;
        const events: DossierEvent[] = [];
        const kept = await listed(connection, id);
        for (const { event } of await readRecord(connection, id)) {
          if (event.sequence === 1)
            for (const sql of [
              'DELETE FROM dossier_body WHERE dossier = ?',
              'DELETE FROM open_turn WHERE dossier = ?',
              'DELETE FROM dossier WHERE id = ?',
            ])
              await connection.run(sql, [id]);
          events.push(event);
          dossier = correctionIn(event) ? fold(sluis.catalogue, events, now) : evolve(sluis.catalogue, dossier, event);
          await dossierList.apply(connection, [event], dossier);
          await openTurns.apply(connection, [event], dossier);
          expect([event.sequence, event.type, await listed(connection, id)]).toEqual([
            ...[event.sequence, event.type, folded(dossier)],
          ]);
          count++;
        }
        expect(kept).toEqual(await listed(connection, id)); // as it came about, command by command
      }
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return count;
}

async function listed(connection: Connection, id: string): Promise<object> {
  const row = await connection.row<object>(
    'SELECT region, workflow, version, state, started_on FROM dossier WHERE id = ?',
    [id],
  );
  const bodies = await connection.rows<{ body: BodyId }>(
    'SELECT body FROM dossier_body WHERE dossier = ? ORDER BY body',
    [id],
  );
  const turns = await connection.rows('SELECT role, whose FROM open_turn WHERE dossier = ? ORDER BY role, whose', [id]);
  return { ...(row ?? {}), bodies: bodies.map(({ body }) => body), turns };
}

const folded = (dossier: Dossier): object => ({
  region: dossier.plan.region,
  workflow: dossier.plan.workflow.id,
  version: dossier.plan.workflow.version,
  state: runningState(dossier),
  started_on: dossier.startedOn,
  bodies: [...dossier.plan.bodies.keys()].sort(),
  turns: possibleTurnHolders(dossier),
});
