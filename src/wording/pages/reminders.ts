// A reminder to those who are still to act at a gate: the page that has it, and the text that goes by mail.
import type { Day } from '../../domain/vocabulary.js';
import { count, fullDay } from '../language/dates.js';

interface Reminder {
  dossier: string;
  gate: string;
  /** Who is still to act, each with how it stands. */
  bodies: readonly { title: string; word: string }[];
  until: Day | null;
  link: string;
  from: string;
}

export const reminders = {
  button: (n: number) => (n === 1 ? 'Herinner 1 orgaan' : `Herinner ${count(n)} organen`),
  title: 'Herinneren',
  intro:
    'Sluis verstuurt niets. Open dit in uw mailprogramma, of kopieer het. Pas de tekst gerust aan. De link is voor iedereen dezelfde: een ' +
    'persoonlijke link zou hier ook wie kopieert kunnen lezen.',
  sendIntro: 'Iedereen hieronder krijgt een eigen mail, en antwoordt aan u. Pas de tekst gerust aan.',
  linkHint:
    'Waar {link} staat, krijgt ieder een eigen link naar het formulier van zijn orgaan. Wie voor meer organen vastlegt, of alleen hoeft te bevestigen, krijgt daar ' +
    'het gewone adres.',
  send: (n: number) => (n === 1 ? 'Verstuur aan 1 persoon' : `Verstuur aan ${count(n)} personen`),
  sent: (n: number) =>
    n === 1 ? 'De herinnering gaat nu naar 1 persoon.' : `De herinnering gaat nu naar ${count(n)} personen.`,
  nobodyToSend: 'Nog niemand van hen heeft een account: vraag de beheerder om iemand toe te voegen.',
  wrong: 'Er is niets verstuurd',
  subjectWrong: (max: number) => `Schrijf een onderwerp van ten hoogste ${max} tekens`,
  textWrong: (max: number) => `Schrijf een tekst van ten hoogste ${max} tekens, zonder bijzondere tekens`,
  to: 'Aan wie',
  nobody: 'nog niemand met een account',
  text: 'Tekst',
  subjectLabel: 'Onderwerp',
  open: 'Openen in uw mailprogramma',
  tooLong: 'Dit zijn te veel ontvangers voor een link: kopieer de adressen en de tekst.',
  none: 'Niemand hoeft te worden herinnerd: wie nog moet besluiten, doet dat volgens de agenda op tijd.',
  contact: (name: string) => `Mail ${name}`,
  subject: ({ gate, until }: Reminder) =>
    until === null ? `Herinnering: ${gate}` : `Herinnering: ${gate}, t/m ${fullDay(until)}`,
  body: ({ dossier, gate, bodies, until, link, from }: Reminder) =>
    [
      'Beste collega’s,',
      '',
      `In het traject "${dossier}" wachten we bij "${gate}" nog op:`,
      ...bodies.map(({ title, word }) => `- ${title}: ${word}`),
      '',
      ...(until === null ? [] : [`Antwoord kan t/m ${fullDay(until)}.`]),
      `U legt het besluit hier vast: ${link}`,
      'Staat het al op een agenda? Leg dan daar de vergaderdatum vast.',
      '',
      'Met vriendelijke groet,',
      from,
    ].join('\n'),
};
