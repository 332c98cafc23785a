// The words about links in mails by which somebody comes to one form.
import type { LinkUse } from '../../domain/vocabulary.js';
import { count } from '../language/dates.js';

/** What is said beside the name of who recorded something by a link. */
export const linkUseWords: Record<LinkUse, string> = {
  'signed-in': 'via de link in een mail',
  unsigned: 'via de link in een mail, zonder aanmelden',
};

export const personalLinks = {
  done: 'Het besluit is vastgelegd',
  wrongWhy:
    'Klopt er iets niet? Meld u aan en verbeter het bij het moment. Wat u vastlegde, blijft in het logboek staan.',
  decided: 'Dit besluit is al vastgelegd',
  decidedWhy: 'Deze link vraagt niets meer van u. Meld u aan om te zien wat er is vastgelegd, of om het te verbeteren.',
  toMoment: 'Naar het moment',
  toTasks: 'Naar uw taken',
  signedInAs: (name: string) => `U bent aangemeld als ${name}.`,
  dead: {
    gone: {
      title: 'Deze link werkt niet',
      why: 'De link is ingetrokken, is te oud, of is niet helemaal overgenomen uit de mail. Meld u aan: bij uw taken staat wat er van u wordt gevraagd.',
    },
    other: {
      title: 'Deze link is voor iemand anders',
      why: 'Iedere ontvanger krijgt een eigen link. Meld u af als hij van u is, of kijk bij uw eigen taken.',
    },
    ended: {
      title: 'U legt hier niets meer vast',
      why: 'Uw rol bij dit orgaan is beëindigd. Klopt dat niet? Vraag het aan uw beheerder.',
    },
    over: {
      title: 'Hier wordt niets meer gevraagd',
      why: 'Dit moment is afgerond, teruggenomen of opnieuw voorgelegd. Meld u aan: bij uw taken staat wat er nu van u wordt gevraagd.',
    },
  },
  own: 'Links in uw mail',
  ownWhy: (n: number) =>
    n === 0
      ? 'Er is nu geen persoonlijke link die werkt. Ze komen in herinneringen, en leiden naar het formulier van uw orgaan.'
      : `${n === 1 ? 'Er werkt 1 persoonlijke link' : `Er werken ${count(n)} persoonlijke links`} uit herinneringen. Hebt u zo’n mail doorgestuurd of kwijtgeraakt? Trek ze dan in: u meldt zich daarna gewoon aan.`,
  revoke: 'Links uit mails intrekken',
  revokeWhy: 'Is een mail met een persoonlijke link in verkeerde handen? Trek dan alle links van deze persoon in.',
  revoked: 'De links in uw mail werken niet meer.',
};
