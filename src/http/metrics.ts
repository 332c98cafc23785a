// Figures for whoever watches the server, in the form of OpenMetrics, on a port of their own: nobody who uses Sluis comes
// there, and nobody who watches it comes anywhere else. Loaded and counted only where that port is set.
import { createServer, type Server } from 'node:http';
import { statfs } from 'node:fs/promises';
import { once } from 'node:events';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Counter, Gauge, OpenMetricsContentType, Registry } from 'prom-client';
import { Configuration } from '../store/process/configuration.js';
import { productVersion } from '../store/process/version.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { Places, type Measure } from './places.js';
import type { RequestSeen } from './request-trace.js';

/** Seconds, from what is at hand to what is too long. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Methods are told apart; whatever else stands in their place is one. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

@Injectable()
export class Metrics implements OnApplicationBootstrap, OnModuleDestroy {
  private server: Server | null = null;

  constructor(
    private readonly configuration: Configuration,
    private readonly places: Places,
    private readonly work: UnitOfWork,
  ) {}

  /** Where they are read; null where they are not. */
  get port(): number | null {
    const address = this.server?.address();
    return typeof address === 'object' && address ? address.port : null;
  }

  async onApplicationBootstrap(): Promise<void> {
    const asked = this.configuration.trace?.metrics ?? null;
    if (asked === null) return;
    const registry = await this.registry();
    this.server = createServer((request, response) => {
      const isMetrics = request.url?.split('?')[0] === '/metrics' && /^(GET|HEAD)$/.test(request.method ?? '');
      if (!isMetrics) {
        response.writeHead(404).end();
        return;
      }
      registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    this.server.listen(asked.port, asked.host);
    await once(this.server, 'listening');
  }

  onModuleDestroy(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private async registry(): Promise<Registry<OpenMetricsContentType>> {
    const { default: client } = await import('prom-client');
    const registry = new client.Registry<OpenMetricsContentType>();
    registry.setContentType(client.Registry.OPENMETRICS_CONTENT_TYPE);
    client.collectDefaultMetrics({ register: registry });
    for (const measure of [...this.ownMeasures(), ...this.places.measures]) {
      const labelNames = measure.label === undefined ? [] : [measure.label];
      const shape = { name: measure.name, help: measure.help, labelNames, registers: [registry] };
      const Kind = measure.kind === 'counter' ? client.Counter : client.Gauge;
      new Kind({ ...shape, collect: collecting(measure) });
    }
    const labelNames = ['method', 'route'];
    const registers = [registry];
    const answered = new client.Counter({
      ...{ name: 'sluis_http_requests', help: 'Requests that were answered.', registers },
      labelNames: [...labelNames, 'status'],
    });
    const took = new client.Histogram({
      ...{ name: 'sluis_http_request_duration_seconds', help: 'How long an answer took.', registers },
      ...{ labelNames, buckets },
    });
    this.places.requests.push(({ method, pattern, status, milliseconds }: RequestSeen) => {
      const labels = { method: methods.has(method) ? method : 'other', route: pattern ?? 'none' };
      answered.inc({ ...labels, status });
      took.observe(labels, milliseconds / 1000);
    });
    return registry;
  }

  private ownMeasures(): Measure[] {
    const { work, places } = this;
    const { folder } = this.configuration;
    const space = async (which: 'bavail' | 'blocks') => {
      const found = await statfs(folder);
      return found[which] * found.bsize;
    };
    const counter = (name: string, help: string, read: () => number): Measure => ({
      name,
      help,
      kind: 'counter',
      read,
    });
    const gauge = (name: string, help: string, read: Measure['read']): Measure => ({ name, help, kind: 'gauge', read });
    return [
      { ...gauge('sluis_info', 'Which version runs.', () => ({ [productVersion]: 1 })), label: 'version' },
      counter('sluis_commits', 'Groups of jobs that were committed.', () => work.counted.commits),
      counter('sluis_jobs', 'Jobs in those groups.', () => work.counted.jobs),
      counter('sluis_storage_faults', 'Groups that the storage refused.', () => work.counted.faults),
      gauge('sluis_queue_length', 'Jobs that wait for a commit.', () => work.queued),
      gauge('sluis_disk_free_bytes', 'Space that is left where the database is.', () => space('bavail')),
      gauge('sluis_disk_size_bytes', 'Space that there is in all.', () => space('blocks')),
      {
        ...gauge('sluis_works', 'Whether a line of /health/ready lets the process work.', async () => {
          const told = places.ready.map(
            async (line) => [line.name, await line.read().then(isWorking, () => 0)] as const,
          );
          return Object.fromEntries(await Promise.all(told));
        }),
        label: 'line',
      },
    ];
  }
}

const isWorking = ({ works }: { works: boolean }): number => Number(works);

/** What a figure is when it is asked for. One that is not known is left out. */
function collecting(measure: Measure) {
  return async function (this: Counter | Gauge): Promise<void> {
    const found = await Promise.resolve(measure.read()).catch(() => null);
    this.reset();
    if (found === null) this.remove();
    else if (typeof found === 'number') this.inc(found);
    else for (const [value, figure] of Object.entries(found)) this.inc({ [measure.label ?? '']: value }, figure);
  };
}
