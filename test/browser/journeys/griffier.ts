// What the griffier of a council does.
import { chooses, dates, picks, presses, sees, types, type Job } from './job.js';

export const griffier: readonly Job[] = [
  {
    does: 'records when the draft was received, so that the eight weeks run',
    who: 'griffier.westerveld',
    at: ({ base }) => `${base}/taken`,
    steps: [
      presses(/^Ontvangst: .*raad van Westerveld/),
      dates('Datum van ontvangst', '2024-03-21'),
      presses('Ontvangst vastleggen'),
      sees(/Westerveld[\s\S]*16 mei 2024/),
    ],
  },
  {
    does: 'records the view of the council, with its tenor and two points',
    who: 'griffier.hoogeveen',
    at: ({ base }) => `${base}/taken`,
    steps: [
      presses(/^Vastleggen.*zienswijze/i),
      sees('Antwoord t/m', '15 mei 2024 (vandaag)'),
      chooses(/^Zienswijze/),
      picks('Strekking', 'met aanbevelingen'),
      types(/^Punt 1 van de zienswijze/, 'Neem de toegang op.'),
      presses('Nog een punt'),
      types(/^Punt 2 van de zienswijze/, 'Leg elk jaar rekening af.'),
      dates('Datum van het besluit', '2024-05-14'),
      presses('Besluit vastleggen'),
      sees('raad van Hoogeveen', 'zienswijze', 'Neem de toegang op.', 'Leg elk jaar rekening af.'),
    ],
  },
];
