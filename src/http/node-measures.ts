// What Node says of its own process: processor, memory, and how late the event loop is.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Measure } from './places.js';

const resolution = 20;

/** @returns the figures, and how to stop measuring */
export function measureNode(): { measures: Measure[]; stop: () => void } {
  const delay = monitorEventLoopDelay({ resolution });
  delay.enable();
  const seconds = (nanoseconds: number) => Math.max(0, nanoseconds / 1e9 - resolution / 1_000); // it counts its own waiting too
  const gauge = (name: string, help: string, read: Measure['read']): Measure => ({ name, help, kind: 'gauge', read });
  const measures = [
    {
      ...gauge('nodejs_eventloop_delay_seconds', 'How late the event loop was since this was asked last.', () => {
        const found = {
          p50: seconds(delay.percentile(50)),
          p99: seconds(delay.percentile(99)),
          max: seconds(delay.max),
        };
        delay.reset();
        return found;
      }),
      label: 'of',
    },
    gauge('process_resident_memory_bytes', 'Memory of the process.', () => process.memoryUsage.rss()),
    gauge('nodejs_heap_used_bytes', 'Memory that JavaScript uses.', () => process.memoryUsage().heapUsed),
    gauge('process_uptime_seconds', 'How long the process runs.', () => process.uptime()),
    {
      ...{ name: 'process_cpu_seconds', help: 'Time of the processor.', kind: 'counter' as const },
      read: () => {
        const { user, system } = process.cpuUsage();
        return (user + system) / 1e6;
      },
    },
  ];
  return { measures, stop: () => delay.disable() };
}
