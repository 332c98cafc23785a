// How long a request may take to come in, where that is less than Node itself allows: only who brings files has that long.
import type { IncomingMessage, Server } from 'node:http';

/** As Node calls it when a request did not come in time; what answers that then answers this too. */
const late = 'ERR_HTTP_REQUEST_TIMEOUT';

export function expectWithin(milliseconds: number, request: IncomingMessage, server: Server): void {
  const hasBody = 'content-length' in request.headers || 'transfer-encoding' in request.headers;
  if (!hasBody || request.complete) return;
  const timer = setTimeout(() => {
    if (request.complete || request.socket.destroyed) return;
    server.emit('clientError', Object.assign(new Error('the request came too slowly'), { code: late }), request.socket);
  }, milliseconds).unref();
  const stop = (): void => clearTimeout(timer);
  request.once('end', stop).once('close', stop);
}
