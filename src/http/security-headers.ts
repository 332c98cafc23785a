// The headers that protect a browser, the same on every answer: helmet says which, once, when the server starts.
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import helmet, { type HelmetOptions } from 'helmet';

const policy = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  imgSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
};

/** For pages; what programs get needs less. */
export interface SecurityHeaders {
  pages: Record<string, string>;
  data: Record<string, string>;
}

/** @param https whether browsers come in by https, and must keep doing so */
export const securityHeaders = (https: boolean): SecurityHeaders => ({
  pages: collected({ strictTransportSecurity: https, xFrameOptions: { action: 'deny' } }),
  data: collected({
    strictTransportSecurity: https,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xFrameOptions: { action: 'deny' },
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  }),
});

/** For a page that has our own script, which asks our own server alone. */
export const scriptPolicy = {
  'content-security-policy': `${collected({})['content-security-policy'] ?? ''};script-src 'self';connect-src 'self'`,
};

function collected(options: HelmetOptions): Record<string, string> {
  const protect = helmet({
    contentSecurityPolicy: { useDefaults: false, directives: policy },
    referrerPolicy: { policy: 'same-origin' },
    ...options,
  });
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  protect(new IncomingMessage(new Socket()), answer, () => undefined);
  return Object.fromEntries(Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]));
}
