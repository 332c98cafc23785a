// The making of a collegeregeling since 1 July 2022, as phases for any workflow: the colleges release the draft, each
// council may give its view within eight weeks of its own receipt, the colleges settle the answer, the councils consent,
// the colleges make the regeling, it is published and registered. Articles are of the Wet gemeenschappelijke regelingen.
import type { Window } from '../../src/domain/calendar.js';
import { assumed } from '../../src/domain/rules/assumed.js';
import { responded } from '../../src/domain/rules/responded.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import type { BodyId, Slug } from '../../src/domain/vocabulary.js';
import { gate, phase, plainKinds, type PhasePlan } from '../../src/domain/workflow/define.js';

type Step = 'vrijgave' | 'zienswijze' | 'reactienota' | 'toestemming' | 'treffen' | 'bekendmaking' | 'register';

interface Making {
  /** The consultation that concludes. */
  ruledBy: BodyId;
  /** The phases that come first. */
  after: Slug[];
  /** When each step is planned. */
  planned: Record<Step, Window>;
}

const everyCollege = assumed(
  unanimity('colleges'),
  'de wet kent geen regel voor samen besluiten: een regeling bestaat tussen de colleges die haar treffen, en hier doen allen mee',
);
const everyCouncil = assumed(
  unanimity('councils'),
  'elk college heeft de toestemming van de eigen raad nodig (Wgr art. 1, lid 4), en hier doen allen mee',
);

/** All steps, in the order of the law. The first waits for `after`. */
export const collegeregeling = (making: Making): Record<Step, PhasePlan> => ({
  ...hearing(making),
  ...enacting(making),
});

/** Until the councils were heard and answered. */
function hearing({ ruledBy, after, planned }: Making): Record<'vrijgave' | 'zienswijze' | 'reactienota', PhasePlan> {
  const colleges = { electorate: 'colleges', ruledBy, rule: everyCollege };
  const councils = { electorate: 'councils', ruledBy };
  return {
    vrijgave: phase('Vrijgeven van het ontwerp', planned.vrijgave, {
      source: 'praktijk; de toezending aan de raden staat in Wgr art. 1, lid 2',
      step: 'release',
      startsAfter: after,
      gate: gate('Vrijgeven van de ontwerpregeling voor zienswijze', {
        ...colleges,
        verb: 'vrijgeven',
        kinds: [...plainKinds, 'agree-in-principle'],
      }),
    }),
    zienswijze: phase('Zienswijze van de raden', planned.zienswijze, {
      source: 'Wgr art. 1, lid 3: binnen acht weken na ontvangst van het ontwerp',
      step: 'view',
      startsAfter: ['vrijgave'],
      gate: gate('Zienswijze op de ontwerpregeling', {
        ...councils,
        verb: 'reageren',
        kinds: ['no-view', 'view', 'deferred', 'noted'],
        weeksFromReceipt: 8,
        rule: responded('councils'),
      }),
    }),
    reactienota: phase('Reactienota', planned.reactienota, {
      source: 'praktijk; de wet zegt niet hoe de zienswijzen worden verwerkt',
      step: 'response',
      startsAfter: ['zienswijze'],
      gate: gate('Vaststellen van de reactienota en aanbieden aan de raden', {
        ...colleges,
        verb: 'aanbieden',
        kinds: [...plainKinds, 'agree-subject-to'],
      }),
    }),
  };
}

/** From the consent of the councils to the register. */
function enacting({
  ruledBy,
  planned,
}: Making): Record<Exclude<Step, 'vrijgave' | 'zienswijze' | 'reactienota'>, PhasePlan> {
  const colleges = { electorate: 'colleges', ruledBy, rule: everyCollege };
  const councils = { electorate: 'councils', ruledBy };
  return {
    toestemming: phase('Toestemming van de raden', planned.toestemming, {
      source: 'Wgr art. 1, lid 4: alleen te onthouden wegens strijd met het recht of het algemeen belang',
      step: 'consent',
      startsAfter: ['reactienota'],
      gate: gate('Toestemming om de regeling te treffen', {
        ...councils,
        verb: 'toestemming verlenen',
        kinds: ['consent', 'consent-withheld', 'deferred', 'noted'],
        afterRuling: 'reopen',
        rule: everyCouncil,
      }),
    }),
    treffen: phase('Treffen van de regeling', planned.treffen, {
      source: 'Wgr art. 1, lid 1 en 4',
      step: 'enactment',
      startsAfter: ['toestemming'],
      gate: gate('Treffen van de regeling', {
        ...colleges,
        verb: 'treffen',
        kinds: ['agree', 'disagree', 'deferred'],
        enacts: true,
      }),
    }),
    bekendmaking: phase('Bekendmaking', planned.bekendmaking, {
      source: 'Wgr art. 26, lid 1: in het gemeenteblad van de gemeente van vestiging',
      step: 'publication',
      startsAfter: ['treffen'],
    }),
    register: phase('Register', planned.register, {
      source: 'Wgr art. 136: het register van gemeenschappelijke regelingen',
      step: 'registration',
      startsAfter: ['bekendmaking'],
    }),
  };
}
