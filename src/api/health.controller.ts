// Whether the process lives, and whether it can work: for whoever keeps it running.
import { Controller, Get, type OnModuleInit } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Quarantine } from '../app/quarantine.js';
import { Answer, json } from '../http/answer.js';
import { wordingAsked } from '../http/language.js';
import { Places } from '../http/places.js';
import { open } from '../http/server.js';
import { ClockWatch } from '../store/watch/clock-watch.js';
import { productVersion } from '../store/process/version.js';
import { Database } from '../store/database.js';

@Controller('health')
export class HealthController implements OnModuleInit {
  constructor(
    private readonly places: Places,
    private readonly database: Database,
    private readonly quarantine: Quarantine,
    private readonly watch: ClockWatch,
  ) {}

  onModuleInit(): void {
    this.places.ready.push(
      {
        name: 'database',
        read: async () => ({ works: (await this.database.reader.row('SELECT 1')) !== null }),
      },
      { name: 'damaged', read: () => Promise.resolve({ works: true, says: this.quarantine.size }) },
      // Whoever reads is not in its way, so it takes nobody off the air.
      { name: 'clock', read: () => Promise.resolve({ works: true, says: this.watch.doubt?.why ?? 'trusted' }) },
    );
    this.places.measures.push({
      name: 'sluis_dossiers_quarantined',
      help: 'Dossiers that are damaged and set apart.',
      kind: 'gauge',
      read: () => this.quarantine.size,
    });
  }

  /** How many migrations were played: the number of the last one. Null where the database does not answer. */
  private async schema(): Promise<number | null> {
    const found = this.database.reader.row<{ schema: number }>('SELECT COUNT(*) AS schema FROM migrations');
    return (await found.catch(() => null))?.schema ?? null;
  }

  @Get('live')
  @RouteConfig(open)
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @RouteConfig(open)
  async ready(): Promise<Answer> {
    const fails = { works: false };
    const lines = await Promise.all(
      this.places.ready.map(async (line) => ({ name: line.name, ...(await line.read().catch(() => fails)) })),
    );
    const works = lines.every((line) => line.works);
    const told = lines.flatMap((line) => ('says' in line ? [[line.name, line.says]] : []));
    const { healthSentence } = wordingAsked();
    const wrong = lines.flatMap((line) => {
      const sentence = healthSentence(line.name, line);
      return sentence === null ? [] : [{ name: line.name, sentence }];
    });
    const about = { version: productVersion, schema: await this.schema() };
    const view = { status: works ? 'ok' : 'unready', ...about, ...(Object.fromEntries(told) as object), wrong };
    return new Answer(works ? 200 : 503, json, JSON.stringify(view));
  }
}
