// One year of the budget of a regeling with a board: the councils hear the frame and the provisional accounts, give their
// view on the draft, the board adopts, and gedeputeerde staten receive. A dossier is one year; the next year is the next
// dossier. A centrumgemeente has no such cycle; the one board of a bedrijfsvoeringsorganisatie does what both boards do here.
// Days are those of the year before the budget: who starts plans them.
import { responded } from '../src/domain/rules/responded.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import { window } from '../src/domain/calendar.js';
import { defineWorkflow, gate, phase } from '../src/domain/workflow/define.js';
import { openParties, overleg, standIns } from './parts/open-regio.js';

const daily = { noun: { one: 'dagelijks bestuur', many: 'dagelijks besturen' }, bodies: ['regio/db'] };
const general = { noun: { one: 'algemeen bestuur', many: 'algemeen besturen' }, bodies: ['regio/ab'] };
const own = { ruledBy: overleg, concludes: 'by-itself' } as const;

export default defineWorkflow({
  id: 'wgr-begrotingscyclus',
  version: 1,
  title: 'Begrotingscyclus van een gemeenschappelijke regeling, één jaar',
  source:
    'Wet gemeenschappelijke regelingen art. 34, 34b en 35, zoals zij luiden sinds 1 juli 2022 (Stb. 2022, 18), naar een ' +
    'bespreking op gemeente.nu; de tekst zelf is niet geverifieerd. Het ene bestuur van een bedrijfsvoeringsorganisatie is ' +
    'hier algemeen en dagelijks bestuur tegelijk',
  notBefore: '2022-07-01',
  law: 2026,
  open: openParties,
  parties: standIns([
    { id: 'ab', title: 'Algemeen bestuur' },
    { id: 'db', title: 'Dagelijks bestuur' },
  ]),
  groups: { 'algemeen-bestuur': general, 'dagelijks-bestuur': daily },
  phases: {
    kadernota: phase('Kadernota en voorlopige jaarrekening', window(null, null, 'vóór 30 april van het jaar ervoor'), {
      source: 'Wgr art. 34b: het dagelijks bestuur zendt beide vóór 30 april aan de raden',
      step: 'budget-frame',
      gate: gate('Toezenden van de kaders en de voorlopige jaarrekening aan de raden', {
        ...own,
        electorate: 'dagelijks-bestuur',
        questions: [
          {
            id: 'toezenden',
            text: 'Zendt het dagelijks bestuur de kaders en de voorlopige jaarrekening aan de raden?',
          },
        ],
        verb: 'toezenden',
        kinds: ['agree', 'disagree', 'deferred'],
        rule: unanimity('dagelijks-bestuur'),
      }),
    }),
    ontwerp: phase('Ontwerpbegroting', window(null), {
      source: 'Wgr art. 35, lid 1: twaalf weken voordat zij aan het algemeen bestuur wordt aangeboden',
      startsAfter: ['kadernota'],
      gate: gate('Toezenden van de ontwerpbegroting aan de raden', {
        ...own,
        electorate: 'dagelijks-bestuur',
        questions: [{ id: 'toezenden', text: 'Zendt het dagelijks bestuur de ontwerpbegroting aan de raden?' }],
        verb: 'toezenden',
        kinds: ['agree', 'disagree', 'deferred'],
        rule: unanimity('dagelijks-bestuur'),
      }),
    }),
    zienswijze: phase('Zienswijze van de raden', window(null), {
      source: 'Wgr art. 35, lid 3: binnen twaalf weken na toezending, aan het dagelijks bestuur',
      step: 'budget-view',
      startsAfter: ['ontwerp'],
      gate: gate('Zienswijze op de ontwerpbegroting', {
        electorate: 'councils',
        ruledBy: 'regio/db',
        questions: [{ id: 'zienswijze', text: 'Wil de raad een zienswijze geven op de ontwerpbegroting?' }],
        verb: 'reageren',
        kinds: ['no-view', 'view', 'deferred', 'noted'],
        papers: [{ id: 'ontwerpbegroting', title: 'Ontwerpbegroting', weight: 'must', source: 'Wgr art. 35, lid 1' }],
        weeksFromReceipt: 12,
        rule: responded('councils'),
      }),
    }),
    aanbieding: phase('Aanbieding aan het algemeen bestuur', window(null), {
      source: 'Wgr art. 35, lid 1 en 3: met de zienswijzen erbij, en niet eerder dan twaalf weken na de toezending',
      startsAfter: ['zienswijze'],
      gate: gate('Aanbieden van de ontwerpbegroting en de zienswijzen aan het algemeen bestuur', {
        ...own,
        electorate: 'dagelijks-bestuur',
        questions: [
          {
            id: 'aanbieden',
            text: 'Biedt het dagelijks bestuur de ontwerpbegroting met de zienswijzen aan het algemeen bestuur aan?',
          },
        ],
        verb: 'aanbieden',
        kinds: ['agree', 'disagree', 'deferred'],
        rule: unanimity('dagelijks-bestuur'),
      }),
    }),
    vaststelling: phase('Vaststelling', window(null), {
      source: 'Wgr art. 34, lid 1: het algemeen bestuur stelt vast',
      step: 'budget-adoption',
      startsAfter: ['aanbieding'],
      gate: gate('Vaststellen van de begroting', {
        ...own,
        electorate: 'algemeen-bestuur',
        questions: [{ id: 'vaststellen', text: 'Stelt het algemeen bestuur de begroting vast?' }],
        verb: 'vaststellen',
        kinds: ['adopt', 'adopt-amended', 'disagree', 'deferred'],
        rule: unanimity('algemeen-bestuur'),
      }),
    }),
    inzending: phase('Naar gedeputeerde staten', window(null, null, 'vóór 15 september van het jaar ervoor'), {
      source:
        'Wgr art. 34, lid 2: binnen twee weken na de vaststelling, en vóór 15 september; raden kunnen ook daarna bij ' +
        'gedeputeerde staten een zienswijze geven (art. 35, lid 4; niet geverifieerd)',
      step: 'budget-sent',
      startsAfter: ['vaststelling'],
    }),
  },
});
