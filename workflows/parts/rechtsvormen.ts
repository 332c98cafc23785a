// What follows the making of a regeling, by its legal form, as phases for any workflow: an openbaar lichaam and a
// bedrijfsvoeringsorganisatie have a board that begins with the regeling and adopts a budget; a centrumgemeente has neither,
// and acts by mandate and contract. Articles are of the Wet gemeenschappelijke regelingen (Wgr) and the Algemene wet
// bestuursrecht (Awb); what could not be verified says so.
import type { Window } from '../../src/domain/calendar.js';
import { assumed } from '../../src/domain/rules/assumed.js';
import { responded } from '../../src/domain/rules/responded.js';
import { unanimity } from '../../src/domain/rules/unanimity.js';
import type { BodyId, DecisionKind, Slug } from '../../src/domain/vocabulary.js';
import { gate, phase, type GatePlan, type PhasePlan } from '../../src/domain/workflow/define.js';
import type { Group } from '../../src/domain/workflow/groups.js';
import type { Option } from '../../src/domain/workflow/workflow.js';

export const legalForms: Option[] = [
  {
    id: 'openbaar-lichaam',
    title: 'Openbaar lichaam',
    form: 'public-body',
    consequence: 'rechtspersoon met een algemeen en een dagelijks bestuur, ook voor beleid (Wgr art. 8, lid 1)',
  },
  {
    id: 'bedrijfsvoeringsorganisatie',
    title: 'Bedrijfsvoeringsorganisatie',
    form: 'operations-organisation',
    board: false,
    consequence:
      'rechtspersoon met één bestuur en zonder algemeen bestuur, alleen tussen colleges en voor bedrijfsvoering en ' +
      'uitvoering (Wgr art. 8, lid 3)',
  },
  {
    id: 'centrumgemeente',
    title: 'Centrumgemeente',
    form: 'host-municipality',
    board: false,
    consequence: 'geen rechtspersoon en geen bestuur: één gemeente voert uit voor de andere (Wgr art. 8, lid 4)',
  },
];

/** The boards of a region whose regeling is made at this gate; in a plan for any region the name of its region follows. */
export const boardsFrom = (foundedBy: Slug, of = '') => [
  { id: 'ab', title: `Algemeen bestuur${of}`, foundedBy },
  { id: 'db', title: `Dagelijks bestuur${of}`, foundedBy },
  { id: 'bestuur', title: `Bestuur${of}`, foundedBy },
];

/** Each board by itself, as a group. */
export const boardGroups = (region: Slug): Record<Slug, Group> => ({
  'algemeen-bestuur': boardGroup('algemeen bestuur', `${region}/ab`),
  'dagelijks-bestuur': boardGroup('dagelijks bestuur', `${region}/db`),
  'een-bestuur': boardGroup('bestuur', `${region}/bestuur`),
});

const boardGroup = (one: string, body: BodyId): Group => ({ noun: { one, many: `${one}en` }, bodies: [body] });

interface Following {
  region: Slug;
  /** The consultation that concludes where colleges decide. */
  ruledBy: BodyId;
  /** The choice of the form, and the making of the regeling. */
  choice: Slug;
  made: Slug;
  /** When the board begins, the budget is put and adopted, and the centrumgemeente is arranged. */
  planned: { bestuur: Window; begroting: Window; vaststelling: Window };
}

const everyCollege = assumed(
  unanimity('colleges'),
  'de wet kent geen regel voor samen besluiten: elk college beslist voor zichzelf, en hier doen allen mee',
);
const boardKinds: DecisionKind[] = ['agree', 'agree-with-remarks', 'disagree', 'deferred', 'noted'];
const adopting: DecisionKind[] = ['adopt', 'adopt-amended', 'disagree', 'deferred'];

const asking = (text: string): Pick<GatePlan, 'questions'> => ({ questions: [{ id: 'vraag', text }] });

/** What a board decides itself: nobody rules on it. */
const decidedBy = (group: Slug, title: string, { ruledBy }: Following, more: Partial<GatePlan>): GatePlan =>
  gate(title, {
    electorate: group,
    ruledBy,
    concludes: 'by-itself',
    rule: unanimity(group),
    kinds: boardKinds,
    verb: 'instemmen',
    ...more,
  });

/** The three ways on; each phase is passed over where another form was chosen. */
export const formTails = (following: Following): Record<Slug, PhasePlan> => ({
  ...boardTail(following, {
    of: 'openbaar-lichaam',
    mark: 'ol',
    appoints: 'Wgr art. 13, lid 6, voor een regeling van colleges (lid niet geverifieerd)',
    deciding: 'algemeen-bestuur',
    daily: 'dagelijks-bestuur',
    dailyBody: 'db',
    first: 'Voorzitter en dagelijks bestuur kiezen',
    firstQuestion: 'Wie kiest het algemeen bestuur als voorzitter, en wie als dagelijks bestuur?',
    firstSource: 'Wgr art. 12 tot en met 14, over het bestuur van een openbaar lichaam',
  }),
  ...boardTail(following, {
    of: 'bedrijfsvoeringsorganisatie',
    mark: 'bvo',
    appoints: 'Wgr art. 14a, over het ene bestuur van een bedrijfsvoeringsorganisatie (niet geverifieerd)',
    deciding: 'een-bestuur',
    daily: 'een-bestuur',
    dailyBody: 'bestuur',
    first: 'Voorzitter kiezen',
    firstQuestion: 'Wie kiest het bestuur als voorzitter?',
    firstSource: 'Wgr art. 14a (niet geverifieerd)',
  }),
  ...hostTail(following),
});

interface BoardTail {
  of: Slug;
  /** How its phases begin. */
  mark: Slug;
  appoints: string;
  deciding: Slug;
  daily: Slug;
  dailyBody: Slug;
  first: string;
  firstQuestion: string;
  firstSource: string;
}

const boardTail = (following: Following, tail: BoardTail): Record<Slug, PhasePlan> => ({
  ...boardBegins(following, tail),
  ...firstBudget(following, tail),
});

/** Members, first meeting and mandates accepted. */
function boardBegins(following: Following, tail: BoardTail): Record<Slug, PhasePlan> {
  const { ruledBy, choice, made, planned } = following;
  const { mark, of: option, deciding, daily } = tail;
  const branch = { gate: choice, option };
  const id = (name: string): Slug => `${mark}-${name}`;
  return {
    [id('bestuur')]: phase('Aanwijzen van de bestuursleden', planned.bestuur, {
      source: `${tail.appoints}; elk college wijst zijn eigen lid en een vervanger aan`,
      startsAfter: [made],
      branch,
      step: 'board',
      gate: gate('Aanwijzen van het eigen bestuurslid', {
        electorate: 'colleges',
        ruledBy,
        rule: everyCollege,
        verb: 'aanwijzen',
        ...asking('Wie wijst het college aan als lid en als plaatsvervangend lid van het bestuur?'),
      }),
    }),
    [id('eerste-vergadering')]: phase('Eerste vergadering van het bestuur', planned.bestuur, {
      source: tail.firstSource,
      startsAfter: [id('bestuur')],
      branch,
      step: 'board',
      gate: decidedBy(deciding, tail.first, following, { verb: 'kiezen', ...asking(tail.firstQuestion) }),
    }),
    [id('aanvaarding')]: phase('Aanvaarden van de mandaten', planned.bestuur, {
      source: 'Awb art. 10:4: wie niet ondergeschikt is, moet met een mandaat instemmen; vóór of na de start',
      startsAfter: [id('eerste-vergadering')],
      branch,
      step: 'board',
      gate: decidedBy(
        daily,
        'Instemmen met de mandaten van de colleges',
        following,
        asking('Stemt het bestuur in met de mandaten die de colleges verlenen?'),
      ),
    }),
  };
}

/** The first budget, with the councils heard. */
function firstBudget(following: Following, tail: BoardTail): Record<Slug, PhasePlan> {
  const { region, choice, planned } = following;
  const { mark, of: option, deciding, dailyBody } = tail;
  const branch = { gate: choice, option };
  const id = (name: string): Slug => `${mark}-${name}`;
  return {
    [id('begroting')]: phase('Zienswijze op de eerste begroting', planned.begroting, {
      source:
        'Wgr art. 35, lid 1 en 3: de raden krijgen de ontwerpbegroting twaalf weken voordat zij aan het algemeen bestuur ' +
        'wordt aangeboden; de zienswijze gaat naar het dagelijks bestuur',
      startsAfter: [id('eerste-vergadering')],
      branch,
      step: 'budget-view',
      gate: gate('Zienswijze op de eerste ontwerpbegroting', {
        electorate: 'councils',
        ruledBy: `${region}/${dailyBody}`,
        verb: 'reageren',
        kinds: ['no-view', 'view', 'deferred', 'noted'],
        ...asking('Wil de raad een zienswijze geven op de ontwerpbegroting?'),
        weeksFromReceipt: 12,
        rule: responded('councils'),
      }),
    }),
    [id('vaststelling')]: phase('Vaststellen van de eerste begroting', planned.vaststelling, {
      source: 'Wgr art. 34, lid 1: het bestuur stelt de begroting vast',
      startsAfter: [id('begroting')],
      branch,
      step: 'budget-adoption',
      gate: decidedBy(deciding, 'Vaststellen van de eerste begroting', following, {
        verb: 'vaststellen',
        ...asking('Stelt het bestuur de eerste begroting vast?'),
        kinds: adopting,
      }),
    }),
    [id('inzending')]: phase('Begroting naar gedeputeerde staten', planned.vaststelling, {
      source:
        'Wgr art. 34, lid 2: binnen twee weken na de vaststelling en vóór 15 september van het jaar ervoor; of die dag ' +
        'ook voor het eerste jaar geldt, is niet geverifieerd',
      startsAfter: [id('vaststelling')],
      branch,
      step: 'budget-sent',
    }),
  };
}

/** Mandates, the consent of who gets them, and a contract: there is no board and no budget of its own. */
function hostTail({ ruledBy, choice, made, planned }: Following): Record<Slug, PhasePlan> {
  const branch = { gate: choice, option: 'centrumgemeente' };
  const colleges = { electorate: 'colleges', ruledBy, rule: everyCollege };
  return {
    'cg-mandaten': phase('Mandaten aan de centrumgemeente', planned.bestuur, {
      source: 'Awb, titel 10.1: elk college verleent zelf mandaat, volmacht en machtiging; vóór of na de start',
      startsAfter: [made],
      branch,
      gate: gate('Verlenen van de mandaten aan de centrumgemeente', {
        ...colleges,
        verb: 'verlenen',
        ...asking('Verleent het college de mandaten die de centrumgemeente nodig heeft?'),
      }),
    }),
    'cg-instemming': phase('Instemming van de centrumgemeente', planned.bestuur, {
      source: 'Awb art. 10:4: het college van de centrumgemeente moet met de mandaten instemmen',
      startsAfter: ['cg-mandaten'],
      branch,
    }),
    'cg-dienstverlening': phase('Dienstverlening en bijdragen', planned.begroting, {
      source:
        'praktijk: een dienstverleningsovereenkomst en een bijdrageregeling; de begrotingsartikelen 34 en 35 gelden voor ' +
        'een vorm met een bestuur',
      startsAfter: [made],
      branch,
      gate: gate('Instemmen met de dienstverlening en de bijdrageregeling', {
        ...colleges,
        verb: 'instemmen',
        questions: [
          { id: 'dienstverlening', text: 'Stemt u in met de dienstverleningsovereenkomst?' },
          { id: 'bijdragen', text: 'Stemt u in met de bijdrageregeling?' },
        ],
      }),
    }),
  };
}

/** The last phase of each way, for what comes after all of them. */
export const tailEnds: Slug[] = ['ol-inzending', 'bvo-inzending', 'cg-instemming', 'cg-dienstverlening'];
