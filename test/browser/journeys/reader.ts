// What somebody does who only reads.
import { dates, presses, prints, sees, signsOut, type Job } from './job.js';

const who = 'lezer';

export const reader: readonly Job[] = [
  {
    does: 'looks for the first time, prints it on two pages, and signs out',
    who,
    at: ({ letter }) => letter,
    signsIn: true,
    steps: [sees('Nog geen go: 4 van 12 ontbreken'), prints(2), signsOut, sees('Aanmelden')],
  },
];

/** When others have done their work. */
export const readerLater: readonly Job[] = [
  {
    does: 'sees what is new since the last visit',
    who,
    at: ({ letter }) => letter,
    signsIn: true,
    steps: [
      sees('Sinds uw vorige bezoek'),
      presses('Bekijk wat nieuw is'),
      sees('Alleen wat na regel', 'Het hele logboek'),
    ],
  },
  {
    does: 'looks back at a day, and reads the log of it',
    who,
    at: ({ letter }) => letter,
    steps: [
      presses('Bekijk de stand van een andere dag'),
      dates('Dag', '2024-04-20'),
      presses(/^Toon$/),
      sees('Stand van 20 april 2024', '4 van de 12 hebben besloten'),
      presses('Logboek'),
      sees('Logboek', 'College van'),
    ],
  },
];
