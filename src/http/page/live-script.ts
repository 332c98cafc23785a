// The one script that pages have: it says that there is something new, and nothing needs it. A page that is not looked at
// listens to nothing.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Packed } from './answer.js';

const text = `'use strict';
(() => {
  const line = document.querySelector('[data-nieuws]');
  if (!line || !window.EventSource) return;
  let stream = null;
  let isDone = false;
  const stop = () => {
    if (stream) stream.close();
    stream = null;
  };
  const show = () => {
    isDone = true;
    stop();
    line.append(line.querySelector('template').content.cloneNode(true));
  };
  const look = () => {
    stop();
    if (isDone || document.visibilityState !== 'visible') return;
    stream = new EventSource(line.dataset.nieuws);
    stream.addEventListener('nieuw', show);
    stream.addEventListener('genoeg', stop);
  };
  document.addEventListener('visibilitychange', look);
  window.addEventListener('pagehide', stop);
  look();
})();
`;

const digest = createHash('sha256').update(text).digest('base64url').slice(0, 10);

/** Its path holds a digest of it, so that it can be kept for ever. */
export const liveScript: Packed & { path: string } = {
  path: `/sluis-${digest}.js`,
  text,
  zipped: gzipSync(text, { level: 9 }),
};
