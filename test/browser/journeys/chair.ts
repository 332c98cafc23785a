// What the chair of the consultation does: answers what colleges made conditions of, and concludes.
import { chooses, dates, picks, presses, sees, types, type Job, type Step } from './job.js';

const who = 'voorzitter';

const concludes = (ruling: string | RegExp, ...why: Step[]): Step[] => [
  presses('Conclusie vastleggen'),
  chooses(ruling),
  dates('Datum van de conclusie', '2024-05-15'),
  ...why,
  presses('Controleren'),
  sees('Klopt deze conclusie?', '15 mei 2024'),
  presses('Conclusie vastleggen'),
];

/** @param first what is pressed to come to the form */
const answers = (answer: string, ...more: Step[]): Step[] => [
  presses('Voorwaarde beantwoorden'),
  chooses(answer),
  ...more,
  dates('Datum', '2024-05-15'),
  presses('Antwoord vastleggen'),
];

export const answering: readonly Job[] = [
  {
    does: 'answers a condition',
    who,
    at: ({ letter }) => `${letter}/momenten/instemming`,
    steps: [...answers('Overnemen'), sees('overgenomen')],
  },
  {
    does: 'takes a condition along to a later phase',
    who,
    at: ({ base }) => `${base}/taken`,
    steps: [
      ...answers('Meenemen naar een latere fase', picks('Naar welke fase?', 'Voorkeursvariant')),
      sees('meegenomen'),
    ],
  },
];

export const concluding: readonly Job[] = [
  {
    does: 'holds the conclusion until the next meeting, while one college is missing',
    who,
    at: ({ letter }) => `${letter}/momenten/instemming`,
    steps: [
      ...concludes('Aanhouden tot een volgend overleg', types('Reden', 'Emmen is nog niet zover.')),
      sees('De conclusie is vastgelegd.', 'Aangehouden'),
    ],
  },
  {
    does: 'concludes a go under conditions',
    who,
    at: ({ letter }) => `${letter}/momenten/instemming`,
    steps: [
      ...concludes(
        /^Go/,
        picks('Vorm van het overleg', 'In vergadering'),
        types('Overleg of kenmerk', 'ABO van 15 mei 2024'),
      ),
      sees('Go onder voorwaarden', 'ABO van 15 mei 2024'),
    ],
  },
  {
    does: 'splits where colleges chose differently',
    who,
    after: async ({ record }) => {
      for (const one of ['noordenveld', 'tynaarlo', 'westerveld']) {
        const said = { body: `${one}/college`, decision: 'agree', option: 'zuid', decidedOn: '2024-05-14' };
        await record(`secretaris.${one}`, 'keuze', 'gates/besluit/decisions', said);
      }
    },
    at: async ({ other }) => `${await other('keuze')}/momenten/besluit`,
    steps: [
      presses('Splitsing vastleggen'),
      dates('Datum', '2024-05-15'),
      types('Reden', 'De colleges kozen niet hetzelfde.'),
      presses('Splitsing vastleggen'),
      sees('Klopt dit?', 'Noord en Midden', 'Zuid', 'College van Noordenveld'),
      presses('Splitsing vastleggen'),
      sees('Gesplitst'),
    ],
  },
  {
    does: 'concludes a no-go',
    who,
    at: async ({ other }) => `${await other('voor twee')}/momenten/vrijgave`,
    steps: [...concludes(/^No-go/, types('Reden', 'De verdeling van de kosten ontbreekt.')), sees('No-go')],
  },
];
