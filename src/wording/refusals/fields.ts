// What is wrong with one field, in Dutch: the field, the fault, the cure.
import { isDay } from '../../domain/calendar.js';
import type { Absence } from '../../domain/municipalities.js';
import type { FieldCode, FieldError } from '../../domain/refusal.js';
import type { Reason } from '../../domain/reasons.js';

import { count, longDay } from '../language/dates.js';
import { form } from '../forms/forms.js';
import { reasonWords } from './reasons.js';
import { listWords } from '../language/words.js';

/** At most so many possibilities are named in a sentence. */
const listedMax = 20;

/** Possibilities in a sentence; `otherwise` when there are none. */
export const listed = (values: readonly string[] | undefined, otherwise: string): string =>
  values?.length ? values.slice(0, listedMax).join(', ') : otherwise;

/** What forms can tell better than a program needs to hear. */
export type FormError = Omit<FieldError, 'code'> & { code: FieldCode | 'too-many' | 'not-chosen' | 'plan-gone' };

/** Codes that always come with a reason, which says all. */
type Reasoned = Extract<FieldCode, Reason['code']>;

type Words = string | ((error: FieldError) => string);

const fields: Record<Exclude<FieldCode, Reasoned>, Words> = {
  required: 'ontbreekt; vul dit veld in',
  'unknown-property': 'is hier geen veld; laat het weg',
  'unknown-parameter': 'is hier geen parameter; laat hem weg of verbeter de schrijfwijze',
  'wrong-type': ({ allowed }) =>
    allowed
      ? `heeft geen mogelijke waarde; kies uit: ${listed(allowed, '')}`
      : 'heeft niet de goede vorm; kijk in de beschrijving van de API',
  'bad-text': 'bevat tekens of een schrijfwijze die hier niet kan; typ de tekst opnieuw',
  'too-long': ({ limit }) => `is te lang; hoogstens ${limit ?? ''}`,
  'only-common-words': 'heeft alleen woorden die overal staan; zoek met een ander woord',
  'bad-date':
    'is geen bestaande datum of tijd; schrijf jjjj-mm-dd, een tijd als 2024-05-16T12:00:00Z en in een adres + als %2B',
  'date-in-future': ({ limit }) => `ligt in de toekomst; kies uiterlijk vandaag, ${limit ?? ''}`,
  'date-too-early': ({ limit }) => `is te vroeg; kies ${limit ?? 'een latere datum'} of later`,
  'unknown-body': 'is geen orgaan in dit traject; kies een orgaan uit de lijst',
  'unknown-workflow': ({ allowed }) => `is geen procesplan of versie; kies uit: ${listed(allowed, 'de lijst')}`,
  'unknown-dossier': 'is geen traject dat u kunt zien; kies een ander, of laat dit weg en zeg dat er geen besluit was',
  'unknown-phase': ({ allowed }) => `is geen fase van dit traject; kies uit: ${listed(allowed, 'de lijst')}`,
  'unknown-option': ({ allowed }) =>
    allowed?.length === 0
      ? 'kan hier niet: er is hier niets te kiezen; laat dit weg'
      : `is geen mogelijkheid; kies uit: ${listed(allowed, 'de lijst')}`,
  'unknown-decision': 'is geen besluit van dit orgaan bij dit go/no-go-moment; noem zijn nieuwste besluit',
  'unknown-paper': 'is geen stuk dat u hier hebt geüpload of kunt openen; upload het bestand opnieuw',
  'bad-paper': 'kan niet worden bewaard; kies een ander bestand',
  'not-in-electorate': 'besluit hier niet mee; kies een orgaan dat gevraagd is',
  'not-offered-here': ({ allowed }) =>
    allowed ? `kan hier niet; kies uit: ${listed(allowed, '')}` : 'kan hier nog niet; laat dit veld weg',
  'reason-required': 'ontbreekt; geef een reden',
  'option-required': ({ allowed }) => `ontbreekt; kies uit: ${listed(allowed, '')}`,
  'ground-required': 'ontbreekt; noem de wettelijke grond, of not-stated',
  'conditions-required': 'ontbreekt; noem ten minste één voorwaarde',
  'remarks-required': 'ontbreekt; noem ten minste één aandachtspunt',
  'evidence-required': 'ontbreekt; noem waaruit dit besluit blijkt, met een link of een bestand',
  'meeting-required': 'ontbreekt; noem het overleg waarin dit is besloten',
  'not-allowed-here': ({ allowed }) =>
    allowed?.length ? `kan hier niet; wel: ${listed(allowed, '')}` : 'hoort hier niet bij; laat dit weg',
};

const reasoned: Record<Reasoned, true> = {
  'ruling-lost': true,
  'record-lost': true,
  'body-lost': true,
  'phase-taken': true,
  'status-impossible': true,
  'other-region': true,
};

export const fieldCodes = [...Object.keys(fields), ...Object.keys(reasoned)] as FieldCode[]; // the keys of both

/** What is wrong with one field and what to do, naming the field. */
export const wordField = (error: FieldError): string =>
  sentence(error.pointer === '' ? 'Het bericht' : error.pointer, error);

/** What only a form can say, and what it says to a person in other words than to a program. */
type InForms = Exclude<FormError['code'], FieldCode> | 'bad-date' | 'too-long' | 'wrong-type';

const inForms: Record<InForms, (name: string, limit: string) => string> = {
  'bad-date': (name) => `${name} ${form.badDate}.`,
  'too-long': (name, limit) => `${name} is te lang; hoogstens ${count(Number(limit))} tekens.`,
  'too-many': (name, limit) => `${name}: dit zijn er te veel; hoogstens ${limit}.`,
  'wrong-type': (name) => `${name} kan zo niet; vul dit opnieuw in.`,
  'not-chosen': (name) => `${name} ontbreekt; maak een keuze.`,
  'plan-gone': () =>
    'Op die versie van het procesplan kunt u niet (meer) starten. Hieronder staat de nieuwste versie; bekijk het plan en ga dan verder.',
};

/** The same for a field of a form, by its label: the name of a thing, or a question. Days as people write them. */
export function wordFieldOn(error: FormError, label: string): string {
  const limit = typeof error.limit === 'string' && isDay(error.limit) ? longDay(error.limit) : error.limit;
  const isQuestion = label.endsWith('?');
  const isEmpty = (error.code === 'required' && !error.because) || error.code === 'not-chosen';
  if (isQuestion && isEmpty) return `Geef antwoord op de vraag "${label}".`;
  const name = isQuestion ? `Het antwoord op "${label}"` : label || 'Dit';
  const { code } = error;
  if (isFieldCode(code)) return sentence(name, { ...error, code, ...(limit === undefined ? {} : { limit }) });
  return inForms[code](name, String(limit ?? ''));
}

const isFieldCode = (code: FormError['code']): code is Exclude<FieldCode, InForms> => !Object.hasOwn(inForms, code);

const sentence = (name: string, error: FieldError): string => `${name} ${clauseOf(error)}.`;

function clauseOf(error: FieldError): string {
  if (error.because) return reasonWords(error.because);
  if (error.absent) return absentWords(error.absent);
  const words: Words | undefined = (fields as Partial<Record<FieldCode, Words>>)[error.code];
  if (words === undefined) throw new Error(`a field is refused as ${error.code} with the reason`);
  return typeof words === 'string' ? words : words(error);
}

/** bestond niet op 1 maart 2024; opgevolgd door Voorne aan Zee (voorne-aan-zee) */
function absentWords({ on, yet, instead }: Absence): string {
  const names = listWords(instead.map(({ id, name }) => `${name} (${id})`));
  const then = yet ? `bestond nog niet op ${longDay(on)}` : `bestond niet op ${longDay(on)}`;
  if (names === '') return then;
  return `${then}; ${yet ? 'kwam in de plaats van' : 'opgevolgd door'} ${names}`;
}
