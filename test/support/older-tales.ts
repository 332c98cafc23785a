// What the first release and what stands here read otherwise: of every kind of difference a tale of one college, told in the
// order of recording, and what each of both makes of it.
import { college, municipalities } from './drenthe.js';
import { decided, happened, inRound, type Story } from './older.js';

/** As they were recorded: what came last counted. */
export const tales: Record<string, (story: Story) => void> = {
  assen: (story) => {
    const first = decided(story, 'assen', 'deferred', '2024-04-23');
    decided(story, 'assen', 'agree', '2024-04-16', { revises: first });
  },
  emmen: (story) => {
    const own = decided(story, 'emmen', 'agree', '2024-04-16');
    decided(story, 'emmen', 'disagree', '2024-04-23', { revises: own, by: 'region' });
  },
  hoogeveen: (story) => {
    const first = decided(story, 'hoogeveen', 'agree', '2024-04-24');
    const textualMandate = municipalities.filter((one) => one !== 'hoogeveen').map(college);
    happened(story, 'ProposalRevised', '2024-04-24', inRound({ version: 2, textualMandate }), { title: 'Versie 2' });
    decided(story, 'hoogeveen', 'agree', '2024-04-24', { corrects: first, texts: { reference: 'Z-12' } });
  },
  meppel: (story) => void decided(story, 'meppel', 'adopt-amended', '2024-04-16'),
  coevorden: (story) => {
    const own = decided(story, 'coevorden', 'agree', '2024-04-16');
    const decision = decided(story, 'coevorden', 'disagree', '2024-04-23', { revises: own, by: 'region' });
    happened(story, 'DecisionDisputed', '2024-04-24', { decision });
  },
  tynaarlo: (story) => {
    const conditional = (id: string, corrects?: string) =>
      decided(story, 'tynaarlo', 'agree-with-conditions', '2024-04-16', {
        ...(corrects ? { corrects } : {}),
        facts: { conditions: [{ id, effect: 'elaboration' }] },
        texts: { 'conditions/0/text': 'Eerst de kosten.' },
      });
    const first = conditional('kosten');
    happened(story, 'ConditionAnswered', '2024-04-20', { condition: 'kosten', answer: 'adopted' });
    conditional('kosten-opnieuw', first);
  },
  westerveld: (story) => {
    const item = inRound({ body: college('westerveld'), meetingOn: '2024-05-14', stage: 'college' });
    happened(story, 'ItemScheduled', '2024-04-15', item);
    decided(story, 'westerveld', 'deferred', '2024-04-23');
  },
  noordenveld: (story) => {
    const [body, none] = [college('noordenveld'), { joins: [], leaves: [], merges: [] }];
    happened(story, 'ElectorateChanged', '2024-04-20', inRound({ ...none, leaves: [body] }));
    decided(story, 'noordenveld', 'agree', '2024-04-26');
    happened(story, 'ElectorateChanged', '2024-04-25', inRound({ ...none, joins: [body] }));
  },
  'de-wolden': (story) => {
    const subjectTo = { gate: 'instemming', body: college('assen') };
    decided(story, 'de-wolden', 'agree-subject-to', '2024-04-16', { facts: { subjectTo } });
  },
  // What is closed had taken the place of a known decision: to say that this stands again would tell of it.
  'aa-en-hunze': (story) => {
    const own = decided(story, 'aa-en-hunze', 'agree', '2024-04-16');
    decided(story, 'aa-en-hunze', 'disagree', '2024-04-23', { revises: own, facts: { release: { scope: 'own' } } });
  },
  'midden-drenthe': (story) => {
    const first = decided(story, 'midden-drenthe', 'noted', '2024-04-16');
    decided(story, 'midden-drenthe', 'agree', '2024-04-23', { revises: first });
  },
};

/** Was, is, and why. */
export const expected: Record<string, [was: string, is: string, because: string]> = {
  assen: ['for', 'undecided deferred', 'order'],
  emmen: ['undecided unconfirmed', 'for', 'body-first'],
  hoogeveen: ['for', 'undecided stale', 'version'],
  meppel: ['undecided stale', 'undecided other-text', 'other-text'],
  coevorden: ['undecided disputed', 'for', 'dispute'],
  tynaarlo: ['undecided condition-open', 'for', 'conditions'],
  westerveld: ['undecided scheduled', 'undecided deferred', 'agenda'],
  noordenveld: ['silent silent', 'for', 'entry'],
  'de-wolden': ['for', 'undecided subject-to', 'reservation'],
};
