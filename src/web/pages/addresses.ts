// Where every page of a dossier is. In a look back each link keeps the moment; forms are always about now.
import type { Moment } from '../../domain/fold/history.js';
import { dayInAddress } from '../../domain/views/feed-days.js';
import type { BodyId, DossierId, Id, Slug } from '../../domain/vocabulary.js';

/** What an address asks beside the moment: `toon`, `ronde`, `vanaf`, `na`. */
type More = Record<string, string>;

export interface Addresses {
  dossier: string;
  /** The same page, where it asks for more. */
  board: (more?: More) => string;
  log: (more?: More) => string;
  decided: (more?: More) => string;
  gate: (gate: Slug, more?: More) => string;
  decision: (gate: Slug, decision: Id) => string;
  /** A list as a file, by its name. */
  export: (file: string, more?: More) => string;
  /** A document as a file, by its name. */
  document: (file: string, more?: More) => string;
  mandates: string;
  remind: (gate: Slug) => string;
  /** The one page that a meeting gets. */
  briefing: (gate: Slug) => string;
  now: {
    dossier: string;
    /** Where a page that shows so many events hears of more. */
    stream: (sequence: number) => string;
    log: string;
    forecast: string;
    gate: (gate: Slug) => string;
    briefing: (gate: Slug) => string;
    decision: (gate: Slug, decision: Id) => string;
    decide: (gate: Slug, about?: { body?: BodyId; corrects?: Id; revises?: Id }) => string;
    confirm: (gate: Slug, decision: Id) => string;
    decisionForm: (gate: Slug, decision: Id, form: DecisionForm) => string;
    form: (gate: Slug, form: GateForm) => string;
    note: (gate: Slug, body: BodyId) => string;
    seen: (gate: Slug) => string;
    /** A day as a file, by its name. */
    day: (name: string) => string;
    condition: (gate: Slug, condition: Id) => string;
    phaseForm: (phase: Slug, form: PhaseForm) => string;
    publication: (phase: Slug, body?: BodyId | null) => string;
    plans: string;
    decisionsSheet: string;
    decisionList: string;
    stop: string;
    migrate: string;
    merge: string;
    fact: string;
    mandates: string;
    mandateForm: (form: MandateForm, mandate?: Id) => string;
    correct: (sequence: number) => string;
  };
}

type GateForm =
  | 'conclusie'
  | 'voorleggen'
  | 'heropenen'
  | 'splitsing'
  | 'terugnemen'
  | 'versie'
  | 'ontvangst'
  | 'termijn'
  | 'stuk'
  | 'criterium'
  | 'agenda'
  | 'agendas'
  | 'namens-organen'
  | 'van-de-agenda'
  | 'wie-besluiten'
  | 'uittreden'
  | 'regel'
  | 'bericht';
type DecisionForm = 'vrijgeven' | 'geheimhouding' | 'lijst' | 'intrekken' | 'punt' | 'aandachtspunt';
type MandateForm = 'mandaat' | 'mandaat-beeindigen' | 'mandaat-bevestigen';
type PhaseForm = 'starten' | 'afronden' | 'overdoen' | 'bezoek' | 'bezoeken' | 'overleg' | 'planning';

export function addressesOf(id: DossierId, { asOf, knownAt }: Moment): Addresses {
  const base = `/trajecten/${id}`;
  const gate = (slug: Slug) => `${base}/momenten/${slug}`;
  const decision = (slug: Slug, one: Id) => `${gate(slug)}/besluiten/${one}`;
  const moment = { ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) };
  const then = (path: string, more: More = {}) => {
    const query = new URLSearchParams({ ...moment, ...more }).toString();
    return query === '' ? path : `${path}?${query}`;
  };
  return {
    dossier: then(base),
    board: (more) => then(base, more),
    log: (more) => then(`${base}/logboek`, more),
    decided: (more) => then(`${base}/besluiten`, more),
    gate: (slug, more) => then(gate(slug), more),
    decision: (slug, one) => then(decision(slug, one)),
    export: (file, more) => then(`${base}/export/${file}`, more),
    document: (file, more) => then(`${base}/documenten/${file}`, more),
    mandates: then(`${base}/mandaten`),
    remind: (slug) => `${gate(slug)}/herinneren`,
    briefing: (slug) => then(`${gate(slug)}/oplegger`),
    now: {
      dossier: base,
      stream: (sequence) => `${base}/nieuws?na=${sequence}`,
      log: `${base}/logboek`,
      forecast: `${base}/vooruitblik`,
      gate,
      briefing: (slug) => `${gate(slug)}/oplegger`,
      decision,
      decide: (slug, { body, corrects, revises } = {}) => {
        const about = { ...(body ? { orgaan: body } : {}), ...(corrects ? { corrigeert: corrects } : {}) };
        const query = new URLSearchParams({ ...about, ...(revises ? { herziet: revises } : {}) }).toString();
        return `${gate(slug)}/besluit${query === '' ? '' : `?${query}`}`;
      },
      confirm: (slug, one) => `${decision(slug, one)}/bevestigen`,
      decisionForm: (slug, one, form) => `${decision(slug, one)}/${form}`,
      form: (slug, form) => `${gate(slug)}/${form}`,
      note: (slug, body) => `${gate(slug)}/notitie?orgaan=${body}`,
      seen: (slug) => `${gate(slug)}/gezien`,
      day: (name) => `${base}/agenda/${dayInAddress(name)}.ics`,
      condition: (slug, condition) => `${gate(slug)}/voorwaarden/${condition}`,
      phaseForm: (phase, form) => `${base}/fasen/${phase}/${form}`,
      publication: (phase, body) => `${base}/fasen/${phase}/bekendmaking${body ? `?orgaan=${body}` : ''}`,
      plans: `${base}/planning`,
      decisionsSheet: `${base}/besluiten-uit-lijst`,
      decisionList: `${base}/besluitenlijst`,
      stop: `${base}/stoppen`,
      migrate: `${base}/procesplan`,
      merge: `${base}/herindeling`,
      fact: `${base}/feit`,
      mandates: `${base}/mandaten`,
      mandateForm: (form, mandate) => `${base}/${form}${mandate === undefined ? '' : `?mandaat=${mandate}`}`,
      correct: (sequence) => `${base}/logboek/${sequence}/corrigeren`,
    },
  };
}

/** A list over all dossiers as a file, by its name. */
export const exportAddress = (file: string): string => `/export/${file}`;

/** The page of a plan, in that version or the newest. */
export const workflowAddress = (id: Slug, version?: number): string =>
  `/procesplannen/${id}${version === undefined ? '' : `?versie=${version}`}`;

/** Where what was filled in to start a dossier is shown once more. */
export const startCheckPath = '/trajecten/nieuw/controle';

/** The form by which a dossier is started, as far as it was filled in. */
export const startAddress = (said: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams(said).toString();
  return query === '' ? '/trajecten/nieuw' : `/trajecten/nieuw?${query}`;
};

/** Where its diagram is, in one of its forms. */
export const diagramAddress = (id: Slug, version: number, format: string): string =>
  `/procesplannen/${id}/diagram.${format}?versie=${version}`;
