// Forms in which many of one kind are recorded at once.
import { count, longDay } from '../language/dates.js';
import { listWords } from '../language/words.js';

const allOrNothing = 'Alles wordt in één keer vastgelegd, of niets.';

/** One, or so many of them. */
const recorded = (n: number, one: string, many: string): string =>
  n === 1 ? `${one} is vastgelegd.` : `${count(n)} ${many} zijn vastgelegd.`;

export const gridWords = {
  who: 'Wie',
  phase: 'Fase',
  plannedNow: 'Nu gepland',
  skipped: 'Overgeslagen',
  stands: 'Staat er al',
  day: 'Datum',
  reason: 'Reden',
  reference: 'Kenmerk',
  visitors: 'Wie gingen erheen?',
  from: 'Begin',
  until: 'Einde',
  decision: 'Besluit',
  decidedOn: 'Besloten op',
  link: 'Link',
  source: 'Waaruit blijken deze besluiten?',
  sourceHint: 'Geldt voor elke rij. Bijvoorbeeld: openbare besluitenlijsten van mei 2024.',
  sourceLink: 'Link daarnaartoe',
  sourceLinkHint: 'Nodig, tenzij elke rij een eigen link heeft.',
  visited: (day: string, skipped: boolean, informed: boolean) =>
    skipped ? `overgeslagen, ${day}` : informed ? `geïnformeerd op ${day}` : `bezocht op ${day}`,
  meets: (days: readonly string[]) => (days.length === 0 ? null : `vergadert op ${listWords(days.map(longDay))}`),
  decided: (word: string, day: string) => `${word}, ${longDay(day)}`,
  addPaper: 'Stuk toevoegen',
  parts: 'Andere rijen',
  partsHint:
    'Er zijn meer rijen dan in één formulier passen. Wat u hier invult, wordt bewaard als u naar andere rijen gaat; vastleggen doet u per bladzijde.',
  part: (first: string, last: string) => `${first} t/m ${last}`,
  keptPart: (part: string) => `${part} (ingevuld, nog niet vastgelegd)`,
  nothing: 'Er is nog niets ingevuld of veranderd. Vul ten minste één rij in.',
  wrong: (wrong: number, all: number) =>
    all === 1
      ? 'De rij is zo niet vast te leggen'
      : `${count(wrong)} van de ${count(all)} rijen ${wrong === 1 ? 'is' : 'zijn'} zo niet vast te leggen`,
  visits: {
    title: 'Bezoeken vastleggen',
    submit: 'Bezoeken vastleggen',
    hint: `Vul in wie is bezocht; laat de andere rijen leeg. ${allOrNothing} Bevindingen legt u per bezoek vast.`,
    done: (n: number) => recorded(n, '1 bezoek', 'bezoeken'),
  },
  informed: {
    title: 'Vastleggen welke raden zijn geïnformeerd',
    submit: 'Vastleggen',
    hint: `Vul in wie is geïnformeerd; laat de andere rijen leeg. ${allOrNothing}`,
  },
  agendas: {
    title: 'Agenda’s vastleggen',
    submit: 'Agenda’s vastleggen',
    hint: `Vul in wanneer elk orgaan dit behandelt. Wat u niet verandert, blijft zo; maakt u een datum leeg, dan gaat het van die agenda. ${allOrNothing}`,
    done: (n: number) => recorded(n, '1 agenda', 'agenda’s'),
  },
  plans: {
    title: 'Planning van de fasen wijzigen',
    submit: 'Planning wijzigen',
    hint: `Verander de dagen die anders worden; wat u niet verandert, blijft zo. ${allOrNothing}`,
    done: (n: number) => recorded(n, 'De planning van 1 fase', 'fasen met een nieuwe planning'),
  },
  decisions: {
    title: 'Besluiten vastleggen namens organen',
    submit: 'Besluiten vastleggen',
    hint: `Vul in van wie u weet wat er is besloten; laat de andere rijen leeg. Het telt pas mee als het orgaan het bevestigt. Hoort er een voorwaarde, aandachtspunt of voorbehoud bij? Leg dat besluit apart vast. ${allOrNothing}`,
    done: (n: number) => recorded(n, '1 besluit', 'besluiten'),
  },
};
