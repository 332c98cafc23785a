// Figures in the form of OpenMetrics: what is counted here, how long things took, and what is read when somebody asks.
import type { Measure } from './places.js';

export const openMetricsType = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

type Labels = Readonly<Record<string, string>>;

/** What is written of one name. */
interface Family {
  name: string;
  help: string;
  kind: Measure['kind'] | 'histogram';
  samples: [suffix: string, labels: Labels, figure: number][];
}

const written = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`))}"`)
    .join();

/** Counts by labels. They are known beforehand, or the count would grow without end. */
export class LabelledCount {
  private readonly counts = new Map<string, { labels: Labels; count: number }>();

  constructor(private readonly about: Pick<Family, 'name' | 'help'>) {}

  add(labels: Labels): void {
    const key = written(labels);
    const known = this.counts.get(key);
    if (known) known.count++;
    else this.counts.set(key, { labels, count: 1 });
  }

  read(): Family {
    const samples = [...this.counts.values()].map(({ labels, count }): Family['samples'][0] => [
      '_total',
      labels,
      count,
    ]);
    return { ...this.about, kind: 'counter', samples };
  }
}

/** How many took at most so long, by labels as above. */
export class LabelledTimes {
  private readonly known = new Map<string, { labels: Labels; within: number[]; sum: number; count: number }>();

  /** @param bounds in seconds, the shortest first */
  constructor(
    private readonly about: Pick<Family, 'name' | 'help'>,
    private readonly bounds: readonly number[],
  ) {}

  add(labels: Labels, seconds: number): void {
    const key = written(labels);
    const one = this.known.get(key) ?? { labels, within: this.bounds.map(() => 0), sum: 0, count: 0 };
    this.known.set(key, one);
    one.sum += seconds;
    one.count++;
    for (const [i, bound] of this.bounds.entries()) if (seconds <= bound) one.within[i] = (one.within[i] ?? 0) + 1;
  }

  read(): Family {
    const samples = [...this.known.values()].flatMap(({ labels, within, sum, count }): Family['samples'] => [
      ...this.bounds.map((bound, i): Family['samples'][0] => [
        '_bucket',
        { ...labels, le: bound.toFixed(3) },
        within[i] ?? 0,
      ]),
      ['_bucket', { ...labels, le: '+Inf' }, count],
      ['_sum', labels, sum],
      ['_count', labels, count],
    ]);
    return { ...this.about, kind: 'histogram', samples };
  }
}

/** What a figure is when it is asked for. One that is not known is left out. */
async function readMeasure(measure: Measure): Promise<Family> {
  const { name, help, kind, label } = measure;
  const suffix = kind === 'counter' ? '_total' : '';
  const found = await Promise.resolve(measure.read()).catch(() => null);
  const figures = typeof found === 'number' ? [['', found] as const] : Object.entries(found ?? {});
  const labels = (value: string): Labels => (label === undefined ? {} : { [label]: value });
  return { name, help, kind, samples: figures.map(([value, figure]) => [suffix, labels(value), figure]) };
}

/** The whole text, with its end. */
export async function openMetrics(
  measures: readonly Measure[],
  more: readonly (LabelledCount | LabelledTimes)[],
): Promise<string> {
  const families = [...(await Promise.all(measures.map(readMeasure))), ...more.map((one) => one.read())];
  const lines = families.flatMap(({ name, help, kind, samples }) => [
    `# TYPE ${name} ${kind}`,
    `# HELP ${name} ${help}`,
    ...samples.map(([suffix, labels, figure]) => {
      const said = written(labels);
      return `${name}${suffix}${said === '' ? '' : `{${said}}`} ${figure}`;
    }),
  ]);
  return [...lines, '# EOF', ''].join('\n');
}
