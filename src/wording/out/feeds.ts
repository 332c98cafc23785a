// The words of days in somebody's own calendar program, and of the page where its address is made.
import type { FeedDay } from '../../domain/views/feed-days.js';
import type { AgendaStage } from '../../domain/vocabulary.js';
import { inSentence } from '../language/nouns.js';
import { capital, stageWords } from '../language/words.js';

interface DaySaid {
  moment: string;
  body: string | null;
  stage: FeedDay['stage'];
}

export const feedWords = {
  title: 'Deze dagen in uw eigen agenda',
  intro:
    'Maak een adres en abonneer uw agenda erop (Outlook: Agenda toevoegen, Abonneren via web; telefoon: Agenda-abonnement). Termijnen, ' +
    'behandelingen en overleggen staan er dan vanzelf in, en verschuiven mee. Wat een orgaan besloot staat er nooit in.',
  which: 'Welke dagen',
  own: 'Alles wat u aangaat',
  make: 'Adres maken',
  choose: 'Kies welke dagen u wilt zien',
  tooMany: 'U hebt al twintig adressen: trek er eerst een in',
  made: 'Uw adres',
  madeHow:
    'Kopieer het nu: het wordt niet nog eens getoond. Wie het heeft, ziet de dagen. Geef het dus aan niemand anders.',
  there: 'Uw adressen',
  none: 'U hebt nog geen adres.',
  about: 'Waarover',
  since: 'Gemaakt',
  revoke: 'Intrekken',
  revoked: 'Het adres werkt niet meer.',
  unseen: 'Een traject dat u niet meer ziet',
  ofGate: 'Zet deze dagen in uw agenda',
  /** Read out after a day that leads to its file. */
  intoCalendar: ', in uw agenda',
  clickDay: 'Kies een dag om hem in uw agenda te zetten.',
  allOfGate: 'Alle dagen in één bestand',
  lastDay: 'uiterste dag',
  lastDayOf: (body: string) => `uiterste dag voor ${inSentence(body)}`,
  treats: (body: string, stage: AgendaStage) => `${inSentence(body)} (${stageWords[stage]})`,
  calendar: (about: string | null) => (about === null ? 'Sluis' : `Sluis: ${about}`),
  day: (what: FeedDay['what'], { moment, body, stage }: DaySaid): string => {
    switch (what) {
      case 'term':
        return `Uiterste dag: ${moment}`;
      case 'own-term':
        return `Uiterste dag voor ${inSentence(body ?? '')}: ${moment}`;
      case 'agenda':
        return `${capital(body ?? '')}${stage === null ? '' : ` (${stageWords[stage]})`}: ${moment}`;
      case 'meeting':
        return `Overleg: ${moment}`;
      case 'goal':
        return 'Streefdag van het traject';
      case 'begin-by':
        return `Uiterlijk beginnen: ${moment}`;
      case 'pass-by':
        return `Uiterlijk afronden: ${moment}`;
      case 'first-meeting':
        return `${capital(body ?? '')}, eerste vergadering die kan: ${moment}`;
      case 'first-papers':
        return `Stukken voor ${inSentence(body ?? '')}: ${moment}`;
      case 'last-meeting':
        return `${capital(body ?? '')}, laatste vergadering op tijd: ${moment}`;
      case 'last-papers':
        return `Stukken op zijn laatst voor ${inSentence(body ?? '')}: ${moment}`;
    }
  },
};
