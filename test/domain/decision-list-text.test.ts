// What an item of a list of decisions is taken to say: never a yes where the words beside it may make another answer of that.
import { foundInList } from '../../src/domain/sheets/decision-list-text.js';
import type { DecisionKind } from '../../src/domain/vocabulary.js';
import { decisionListNames } from '../../src/wording/pages/decision-list.js';
import { decisionSheetNames } from '../../src/wording/pages/decisions-sheet.js';

const kinds: DecisionKind[] = ['agree', 'agree-with-conditions', 'disagree', 'deferred', 'noted'];
const question = {
  titles: ['Instemming met het verzoek', 'Onderschrijven van de noodzaak en van de uitwerking'],
  kinds,
};
const said = (...lines: string[]) => {
  const list = ['Besluitenlijst van dinsdag 23 april 2024', '', ...lines].join('\n');
  const [found] = foundInList(list, question, decisionSheetNames, decisionListNames);
  expect([list, found?.on]).toEqual([list, '2024-04-23']);
  return found?.kind ?? null;
};
const title = '4. Instemming met het verzoek';

describe('an item of a list of decisions', () => {
  it.each<[DecisionKind, string[]]>([
    ['agree', [title, 'Besluit: akkoord']],
    ['agree', [title, 'Besluit: Het college stemt in met het verzoek.']],
    [
      'agree',
      [title, 'Gevraagd besluit: in te stemmen', 'Besluit college: conform advies besloten', 'Advies: akkoord'],
    ],
    ['agree', [title, 'Het college besluit:', 'akkoord te gaan.']],
    ['agree', ['4\tInstemming met het verzoek\tConform voorstel']],
    ['agree-with-conditions', [title, 'Besluit: akkoord, mits de raad wordt gehoord']],
    ['disagree', [title, 'Besluit: niet akkoord, omdat de kosten niet duidelijk zijn']],
    ['disagree', [title, 'Ambtelijk advies: akkoord', 'Besluit B&W: afgewezen']],
    ['deferred', [title, '- Ambtelijk advies: akkoord', '- Besluit: aangehouden tot de vergadering van mei']],
  ])('says %s: %j', (kind, lines) => {
    expect(said(...lines)).toBe(kind);
  });

  it.each([
    [[title]],
    [[title, 'Het college heeft besloten het voorstel aan te houden.']],
    [[title, 'Besluit:', 'Het college heeft besloten het verzoek af te wijzen.']],
    [[title, 'Gevraagd besluit: akkoord te gaan met het verzoek']],
    [[title, 'Beslispunten:', '- akkoord gaan met het verzoek']],
    [[title, 'Advies: akkoord', 'Besluit: zie het verslag']],
    [[title, 'Besluit: zie het verslag', 'Advies: akkoord']],
    [[title, 'Conceptbesluit: conform voorstel']],
    [[title, 'Het college neemt over de instemming in mei een besluit.']],
    [['4. Verzoek tot instemming met het verzoek', 'Besproken.']],
    [[title, 'Besluit: akkoord, tenzij de raad bezwaar heeft']],
    [[title, 'Besluit: akkoord met een wijziging van punt 2']],
    [[title, 'Besluit: in afwijking van het advies akkoord']],
  ])('says nothing that is certain: %j', (lines) => {
    expect(said(...lines)).toBeNull();
  });

  it('says no yes where a word of doubt stands before or behind it', () => {
    for (const yes of decisionSheetNames.answers.agree)
      for (const doubt of decisionListNames.doubts)
        for (const text of [`${doubt} ${yes}`, `${yes} ${doubt}`, `${doubt} meer ${yes} dan voorheen`])
          expect([text, said(title, `Besluit: ${text}`)]).not.toEqual([text, 'agree']);
  });
});
