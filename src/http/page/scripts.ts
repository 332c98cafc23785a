// The scripts that pages have, and that nothing needs: one says that there is something new in a dossier, as long as it is
// looked at; the other keeps what is being filled in on the server, and fills in a day that is offered.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Packed } from './answer.js';

const live = `'use strict';
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

const draft = `'use strict';
(() => {
  for (const days of document.querySelectorAll('form[data-concept] [data-dagen]')) {
    const field = document.getElementById(days.dataset.dagen);
    days.hidden = false;
    days.addEventListener('click', ({ target }) => {
      const button = target.closest('button');
      if (!button) return;
      field.value = button.value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.focus();
    });
  }
  for (const form of document.querySelectorAll('form[data-concept]')) {
    let timer = 0;
    let isSent = false;
    const filledIn = () => {
      const fields = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
      return fields;
    };
    const keep = () => {
      if (timer === 0 || isSent) return;
      clearTimeout(timer);
      timer = 0;
      navigator.sendBeacon(form.dataset.concept, filledIn());
    };
    form.addEventListener('input', () => {
      if (timer === 0) timer = setTimeout(keep, 5000);
    });
    form.addEventListener('submit', () => {
      isSent = form.method === 'post';
    });
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') keep();
    });
    window.addEventListener('pagehide', keep);
  }
})();
`;

/** A script by the name of a file of its own. */
export interface Script extends Packed {
  /** Holds a digest of the content, so that it can be kept for ever. */
  path: string;
}

function scriptOf(text: string): Script {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 10);
  return { path: `/sluis-${digest}.js`, text, zipped: gzipSync(text, { level: 9 }) };
}

export const liveScript = scriptOf(live);
export const draftScript = scriptOf(draft);
