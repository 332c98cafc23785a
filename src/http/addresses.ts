// Which methods every address knows: what a 405 says with its header Allow.
import type { FastifyInstance } from 'fastify';

export class KnownAddresses {
  private readonly known = new Map<string, Set<string>>();
  /** Made when a path is asked for that no route answers: most processes never need them. */
  private patterns: Map<string, RegExp> | undefined;

  /** Takes note of every route that is made from now on. */
  constructor(server: FastifyInstance) {
    server.addHook('onRoute', ({ url, method }) => {
      const methods = this.known.get(url) ?? new Set();
      for (const one of [method].flat()) methods.add(one);
      this.known.set(url, methods);
    });
  }

  /** The methods of all routes that fit this path, in alphabetical order; none when there is no such path. */
  methodsAt(path: string): string[] {
    const patterns = (this.patterns ??= new Map([...this.known.keys()].map((url) => [url, patternOf(url)])));
    const fitting = [...this.known].filter(([url]) => patterns.get(url)?.test(path));
    return [...new Set(fitting.flatMap(([, methods]) => [...methods]))].sort();
  }
}

/** As the router reads it: a name after a colon stands for one step, whatever it says. */
const patternOf = (url: string): RegExp => {
  const steps = url
    .split('/')
    .map((step) => (step.startsWith(':') ? '[^/]+' : step.replace(/[.+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${steps.join('/')}$`);
};
