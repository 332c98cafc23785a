// A message to another system, in the form of CloudEvents 1.0 as the Dutch government profiles it: that something happened, and
// where to read it. Never what it was.
import type { DossierId, BodyId, Instant, Slug } from '../domain/vocabulary.js';
import type { Configuration } from './process/configuration.js';

/** Where the form of `data` is described. */
export const webhookSchemaPath = '/webhooks/bericht.schema.json';

export interface HappenedTold {
  /** The hash of the event, by which its record knows it. */
  id: string;
  /** Its kind, as the record calls it. */
  event: string;
  recordedAt: Instant;
  dossier: DossierId;
  gate: Slug | null;
  body: BodyId | null;
}

/** Of a test, or of an event: `DecisionRecorded` is `nl.sluis.decision-recorded`. */
export const cloudEventType = (event: string): string =>
  `nl.sluis.${event.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;

/** As it is sent: the same event is the same text. */
export function cloudEventOf(from: Configuration, told: HappenedTold): string {
  const { dossier, gate, body, event } = told;
  const place = gate === null ? '' : `/gates/${gate}`;
  const page = gate === null ? '' : `/momenten/${gate}`;
  return JSON.stringify({
    ...contextOf(from, told.id, cloudEventType(event), told.recordedAt),
    subject: dossier,
    dataref: `${from.baseUrl}/api/v1/dossiers/${dossier}${place}`,
    data: { event, dossier, gate, body, page: `${from.baseUrl}/trajecten/${dossier}${page}` },
  });
}

/** Says only that messages arrive. */
export const pingOf = (from: Configuration, id: string, at: Instant): string =>
  JSON.stringify({
    ...contextOf(from, id, cloudEventType('Ping'), at),
    data: { event: 'Ping', dossier: null, gate: null, body: null, page: from.baseUrl },
  });

const contextOf = ({ baseUrl, webhooks }: Configuration, id: string, type: string, time: Instant) => ({
  specversion: '1.0',
  id,
  source: webhooks?.oin === undefined ? baseUrl : `urn:nld:oin:${webhooks.oin}:systeem:sluis`,
  type,
  time,
  datacontenttype: 'application/json',
  dataschema: `${baseUrl}${webhookSchemaPath}`,
});

/** What `data` is: things can be added to it, and a receiver passes over what it does not know. */
export const webhookSchema = (baseUrl: string) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `${baseUrl}${webhookSchemaPath}`,
  type: 'object',
  required: ['event', 'dossier', 'gate', 'body', 'page'],
  properties: {
    event: {
      type: 'string',
      description: 'The kind of event, as GET /api/v1/dossiers/{dossier}/events calls it; Ping for a test.',
    },
    dossier: { type: ['string', 'null'], description: 'The dossier in which it happened; null for a test.' },
    gate: {
      type: ['string', 'null'],
      description: 'The go/no-go moment that it is about; null where it is about none.',
    },
    body: {
      type: ['string', 'null'],
      description: 'The body that it is about; null where it is about none or several.',
    },
    page: { type: 'string', format: 'uri', description: 'Where a person reads it, signed in.' },
  },
});
