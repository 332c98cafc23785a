// A change of a regeling of colleges, a municipality that joins or one that leaves: the same steps as its making (Wgr art. 1,
// fifth paragraph), with what a leaving asks before. Whoever starts names all municipalities, also who joins or leaves.
import { assumed } from '../src/domain/rules/assumed.js';
import { responded } from '../src/domain/rules/responded.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, phase } from '../src/domain/workflow/define.js';
import { collegeregeling2026, unplanned, unplannedSteps } from './parts/collegeregeling-2026.js';
import { openParties, overleg, standIns } from './parts/open-regio.js';

const every = assumed(
  unanimity('colleges'),
  'welke meerderheid een wijziging vraagt, staat in de regeling zelf (Wgr art. 9); zonder die tekst doen hier allen mee',
);
const colleges = { electorate: 'colleges', ruledBy: overleg, rule: every, verb: 'instemmen' };
const leaving = { branch: { gate: 'besluit', option: 'uittreding' } };

const making = collegeregeling2026({
  ruledBy: overleg,
  after: ['besluit', 'gevolgen', 'uittredingsplan', 'anderen'],
  planned: unplannedSteps,
});

export default defineWorkflow({
  id: 'wgr-wijziging-toetreding-uittreding',
  version: 1,
  title: 'Wijziging van, toetreding tot of uittreding uit een gemeenschappelijke regeling',
  source:
    'Wet gemeenschappelijke regelingen art. 1, lid 5, en art. 9, zoals zij luiden sinds 1 juli 2022 (Stb. 2022, 18)',
  notBefore: '2022-07-01',
  makes: 'collegeregeling',
  law: 2026,
  open: openParties,
  parties: standIns(),
  phases: {
    besluit: phase('Voornemen', unplanned, {
      source: 'praktijk; Wgr art. 9, lid 1: de regeling zelf zegt hoe gewijzigd, toegetreden en uitgetreden wordt',
      gate: gate('Instemmen met het voornemen', {
        ...colleges,
        questions: [{ id: 'voornemen', text: 'Stemt u in met het voornemen zoals het voorligt?' }],
        proposes: [
          { id: 'wijziging', title: 'Wijziging van de regeling' },
          { id: 'toetreding', title: 'Toetreding van een gemeente' },
          {
            id: 'uittreding',
            title: 'Uittreding van een gemeente',
            consequence: 'de gevolgen, ook voor het vermogen, worden eerst uitgewerkt (Wgr art. 9, lid 1)',
          },
        ],
      }),
    }),
    gevolgen: phase('Gevolgen in beeld', unplanned, {
      source: 'praktijk: wat het kost, wat het voor personeel en contracten betekent',
      startsAfter: ['besluit'],
    }),
    uittredingsplan: phase('Uittredingsplan', unplanned, {
      source: 'Wgr art. 9, lid 1: de voorwaarden voor uittreding en de gevolgen ervan, ook voor het vermogen',
      startsAfter: ['besluit'],
      ...leaving,
      gate: gate('Instemmen met het uittredingsplan en de uittreedsom', {
        ...colleges,
        questions: [
          { id: 'plan', text: 'Stemt u in met het uittredingsplan?' },
          { id: 'uittreedsom', text: 'Stemt u in met de uittreedsom en met hoe die is berekend?' },
        ],
      }),
    }),
    anderen: phase('Blijven de anderen?', unplanned, {
      source:
        'praktijk: treedt één gemeente uit, dan kan dat voor andere een reden zijn om ook te gaan ("als één gaat, volgen er ' +
        'twee"); elk college zegt het vooraf, en het houdt de uittreding niet tegen',
      startsAfter: ['uittredingsplan'],
      ...leaving,
      gate: gate('Zeggen of uw gemeente blijft', {
        electorate: 'colleges',
        ruledBy: overleg,
        rule: responded('colleges'),
        verb: 'blijven',
        kinds: ['agree', 'disagree', 'deferred', 'noted'],
        questions: [{ id: 'blijft', text: 'Blijft uw gemeente in de regeling als deze uittreding doorgaat?' }],
      }),
    }),
    ...making,
    treffen: {
      ...making.treffen,
      source: 'Wgr art. 1, lid 1, 4 en 5: treffen is hier ook wijzigen, toetreden en uittreden',
    },
  },
});
