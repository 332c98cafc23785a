// Says once, loudly, that a proxy stands before Sluis of which nobody told it: everyone then comes from one address, and
// whoever tries passwords is in the way of all.
import type { FastifyInstance } from 'fastify';
import type { Configuration } from '../store/process/configuration.js';
import { tellProxySeen } from '../store/proxy-told.js';

export function watchForProxy(server: FastifyInstance, { baseUrl, trustProxy }: Configuration): void {
  if (!baseUrl.startsWith('https:') || trustProxy.length > 0) return;
  let told = false;
  server.addHook('onRequest', ({ headers, ip }, _reply, done) => {
    if (!told && (headers['x-forwarded-for'] ?? headers.forwarded) !== undefined) {
      told = true;
      tellProxySeen(ip);
    }
    done();
  });
}
