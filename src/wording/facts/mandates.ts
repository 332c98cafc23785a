// What is said of mandates: who decides in whose name, from when and until when. A mandate is what the Awb calls so (art.
// 10:1): the decision is that of the body.
import type { EventOf } from '../../domain/dossier/events.js';
import type { Day } from '../../domain/vocabulary.js';
import { longDay } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';

export const mandateFactWords = {
  'record-mandate.body': { name: 'Mandaat van', ask: 'Namens wie wordt besloten?' },
  holder: {
    name: 'Mandaat aan',
    ask: 'Wie mag namens het orgaan besluiten?',
    hint: 'Een functie of een naam. Bijvoorbeeld: regiomanager.',
    means: 'Wie namens het orgaan mag besluiten: een functie of een naam.',
  },
  gates: {
    name: 'Voor',
    ask: 'Waarvoor geldt het mandaat?',
    means: 'De go/no-go-momenten waarvoor het mandaat geldt; weggelaten: alle.',
  },
  covers: {
    name: 'Omvang',
    ask: 'Wat mag die persoon besluiten, in de woorden van het mandaatbesluit?',
    means: 'Waarvoor het mandaat geldt, in de woorden van het besluit.',
  },
  'record-mandate.from': { name: 'Vanaf', ask: 'Eerste dag van het mandaat' },
  'record-mandate.until': {
    name: 'Tot en met',
    ask: 'Laatste dag van het mandaat',
    hint: 'Laat leeg als het mandaat geen einde noemt.',
  },
  'record-mandate.source': {
    name: 'Mandaatbesluit',
    ask: 'Welk besluit gaf het mandaat?',
    hint: 'Zoals het te citeren is: mandaatbesluit van 7 oktober 2025, nummer 123.',
  },
  'record-mandate.url': { name: 'Adres van het mandaatbesluit', ask: 'Link naar het mandaatbesluit' },
  mandate: { name: 'Mandaat', ask: 'Welk mandaat?', means: 'Het mandaat waar het om gaat.' },
  'end-mandate.until': { name: 'Gold tot en met', ask: 'Laatste dag waarop het mandaat geldt' },
  'end-mandate.reason': { name: 'Reden', ask: 'Waarom eindigt het mandaat?' },
  'confirm-mandate.on': { name: 'Datum', ask: 'Datum van uw antwoord' },
  'confirm-mandate.reason': { name: 'Reden', hint: 'Klopt het niet? Schrijf dan op wat er anders is.' },
};

type AboutMandate = EventOf<'MandateRecorded' | 'MandateEnded' | 'MandateConfirmed'>;

/** As the log tells it; to whom it was given stands beside it. */
export function sentenceOfMandate({ type, facts }: AboutMandate, body: string): string {
  switch (type) {
    case 'MandateRecorded':
      return `Mandaat van ${inSentence(body)}, ${holdsWords(facts.from, facts.until ?? null)}.`;
    case 'MandateEnded':
      return `Het mandaat van ${inSentence(body)} is beëindigd: het geldt t/m ${longDay(facts.until)}.`;
    case 'MandateConfirmed':
      return `${facts.confirmed ? 'Bevestigd' : 'Betwist'}: het mandaat van ${inSentence(body)}.`;
  }
}

const holdsWords = (from: Day, until: Day | null): string =>
  until === null ? `vanaf ${longDay(from)}` : `van ${longDay(from)} t/m ${longDay(until)}`;

export const mandatePage = {
  title: 'Mandaten',
  intro:
    'Wie namens een orgaan mag besluiten, en vanaf wanneer. Een besluit onder mandaat telt als besluit van het orgaan zelf. Staat er geen mandaat voor die dag, dan telt het besluit ook, en staat erbij dat het mandaat ontbreekt.',
  none: 'Er is nog geen mandaat vastgelegd.',
  body: 'Namens',
  holder: 'Beslist',
  covers: 'Waarvoor',
  holds: 'Geldt',
  source: 'Mandaatbesluit',
  everything: 'alles wat het orgaan hier besluit',
  holdsWords,
  ended: (reason: string) => `eerder beëindigd: ${reason}`,
  end: 'Beëindigen',
  confirm: 'Klopt dit?',
  choice: (body: string, holder: string, from: Day) => `${body}: ${holder}, vanaf ${longDay(from)}`,
  gatesHint: 'Kies niets als het mandaat geldt voor alles wat het orgaan hier besluit.',
  right: 'Ja, dit mandaat is zo gegeven',
  wrong: 'Nee, dit klopt niet',
};
