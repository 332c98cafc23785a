// A regiovisie for any region: made with who it is about, adopted by every council, followed and evaluated. The law asks for
// the vision; who adopts it and when it is evaluated is assumed where it says so.
import { window } from '../src/domain/calendar.js';
import { assumed } from '../src/domain/rules/assumed.js';
import { unanimity } from '../src/domain/rules/unanimity.js';
import { defineWorkflow, gate, phase } from '../src/domain/workflow/define.js';
import { openParties, overleg, standIns } from './parts/open-regio.js';
import { unplanned } from './parts/collegeregeling-2026.js';

const every = (group: string, who: string) =>
  assumed(unanimity(group), `geen bron noemt een regel: ${who} beslist voor zichzelf, en de visie is van allen`);

export default defineWorkflow({
  id: 'regiovisie',
  version: 1,
  title: 'Regiovisie jeugd',
  source:
    'Norm voor opdrachtgeverschap (VNG, 2020) en de Jeugdwet; dat elke raad vaststelt, zoals in Twente in 2022, is hier ' +
    'aangenomen',
  notBefore: '2022-03-14',
  law: 2026,
  open: openParties,
  parties: standIns(),
  phases: {
    gesprekken: phase('Gesprekken', unplanned, {
      source: 'praktijk: met inwoners, jongeren, aanbieders en adviesraden',
    }),
    concept: phase('Concept', unplanned, {
      source: 'praktijk: de colleges bieden het concept aan de raden aan',
      startsAfter: ['gesprekken'],
      gate: gate('Aanbieden van de concept-regiovisie aan de raden', {
        electorate: 'colleges',
        ruledBy: overleg,
        verb: 'aanbieden',
        questions: [{ id: 'aanbieden', text: 'Biedt het college de concept-regiovisie aan de raad aan?' }],
        rule: every('colleges', 'elk college'),
      }),
    }),
    vaststelling: phase('Vaststelling door de raden', unplanned, {
      source: 'Twente: "alle veertien gemeenten"; dat het de raden zijn, is aangenomen',
      startsAfter: ['concept'],
      gate: gate('Vaststellen van de regiovisie', {
        electorate: 'councils',
        ruledBy: overleg,
        verb: 'vaststellen',
        questions: [{ id: 'vaststellen', text: 'Stelt de raad de regiovisie vast?' }],
        kinds: ['adopt', 'adopt-amended', 'disagree', 'deferred', 'noted'],
        rule: every('councils', 'elke raad'),
      }),
    }),
    uitvoering: phase('Uitvoering volgen', unplanned, {
      source: 'praktijk: een overleg per half jaar over de voortgang; de tussenpoos is aangenomen',
      startsAfter: ['vaststelling'],
      recurs: { every: { months: 6 } },
    }),
    evaluatie: phase('Evaluatie', window(null, null, 'na twee jaar, aangenomen'), {
      source:
        'praktijk; de termijn van twee jaar is aangenomen, naar de evaluatie van de regio’s in de Hervormingsagenda',
      startsAfter: ['vaststelling'],
      gate: gate('Bespreken van de evaluatie', {
        electorate: 'councils',
        ruledBy: overleg,
        verb: 'instemmen',
        questions: [{ id: 'voldoet', text: 'Voldoet de regiovisie nog?' }],
        rule: every('councils', 'elke raad'),
      }),
    }),
  },
});
