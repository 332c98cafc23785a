// Which methods every address knows: what a 405 says with its header Allow.
import type { FastifyInstance } from 'fastify';

interface Address {
  pattern: RegExp;
  methods: Set<string>;
}

export class KnownAddresses {
  private readonly known = new Map<string, Address>();

  /** Takes note of every route that is made from now on. */
  constructor(server: FastifyInstance) {
    server.addHook('onRoute', ({ url, method }) => {
      const address = this.known.get(url) ?? { pattern: patternOf(url), methods: new Set() };
      for (const one of [method].flat()) address.methods.add(one);
      this.known.set(url, address);
    });
  }

  /** The methods of all routes that fit this path, in alphabetical order; none when there is no such path. */
  methodsAt(path: string): string[] {
    const fitting = [...this.known.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(fitting.flatMap(({ methods }) => [...methods]))].sort();
  }
}

/** As the router reads it: a name after a colon stands for one step, whatever it says. */
const patternOf = (url: string): RegExp => {
  const steps = url
    .split('/')
    .map((step) => (step.startsWith(':') ? '[^/]+' : step.replace(/[.+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${steps.join('/')}$`);
};
