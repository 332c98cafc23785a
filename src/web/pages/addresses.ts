// Where every page of a dossier is. In a look back each link keeps the moment; forms are always about now.
import type { Moment } from '../../domain/dossier/history.js';
import type { BodyId, DossierId, Id, Slug } from '../../domain/vocabulary.js';

export interface Addresses {
  dossier: string;
  log: string;
  gate: (gate: Slug) => string;
  decision: (gate: Slug, decision: Id) => string;
  now: {
    dossier: string;
    log: string;
    gate: (gate: Slug) => string;
    decision: (gate: Slug, decision: Id) => string;
    decide: (gate: Slug, about?: { body?: BodyId; corrects?: Id; revises?: Id }) => string;
    confirm: (gate: Slug, decision: Id) => string;
    form: (gate: Slug, form: GateForm) => string;
    condition: (gate: Slug, condition: Id) => string;
    phaseForm: (phase: Slug, form: PhaseForm) => string;
    stop: string;
  };
}

export type GateForm = 'conclusie' | 'voorleggen' | 'heropenen';
export type PhaseForm = 'starten' | 'afronden' | 'overdoen' | 'bezoek';

export function addressesOf(id: DossierId, { asOf, knownAt }: Moment): Addresses {
  const base = `/trajecten/${id}`;
  const gate = (slug: Slug) => `${base}/momenten/${slug}`;
  const decision = (slug: Slug, one: Id) => `${gate(slug)}/besluiten/${one}`;
  const moment = new URLSearchParams({ ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }).toString();
  const then = (path: string) => (moment === '' ? path : `${path}?${moment}`);
  return {
    dossier: then(base),
    log: then(`${base}/logboek`),
    gate: (slug) => then(gate(slug)),
    decision: (slug, one) => then(decision(slug, one)),
    now: {
      dossier: base,
      log: `${base}/logboek`,
      gate,
      decision,
      decide: (slug, { body, corrects, revises } = {}) => {
        const about = { ...(body ? { orgaan: body } : {}), ...(corrects ? { corrigeert: corrects } : {}) };
        const query = new URLSearchParams({ ...about, ...(revises ? { herziet: revises } : {}) }).toString();
        return `${gate(slug)}/besluit${query === '' ? '' : `?${query}`}`;
      },
      confirm: (slug, one) => `${decision(slug, one)}/bevestigen`,
      form: (slug, form) => `${gate(slug)}/${form}`,
      condition: (slug, condition) => `${gate(slug)}/voorwaarden/${condition}`,
      phaseForm: (phase, form) => `${base}/fasen/${phase}/${form}`,
      stop: `${base}/stoppen`,
    },
  };
}
