// The stem of a Dutch word: its other forms have the same, and other words have another.
import { stemsIn, stemsToFind, wordsIn } from '../../src/wording/language/stems.js';

const stemOf = (word: string) => [...stemsIn(word)].join();

it.each([
  'gemeenteraad gemeenteraden Gemeenteraad',
  'Coördinatie coordinatie COÖRDINATIE coördinatie',
  'besluit besluiten',
  'voorwaarde voorwaarden',
  'zienswijze zienswijzen',
  'bezwaar bezwaren',
  'motie moties',
  'commissie commissies',
  'advies adviezen',
  'brief brieven',
  'huis huizen',
  'college colleges',
  'raad raden',
  'plan plannen',
  'regeling regelingen',
  'mandaat mandaten',
  'mogelijkheid mogelijkheden',
  'wethouder wethouders',
  "foto foto's",
  'gemeente gemeenten gemeentelijk gemeentelijke',
  'financieel financiële',
  'raadslid raadsleden',
  'bestuurslid bestuursleden',
  'lid leden',
  'stad steden',
  'binnenstad binnensteden',
  'kind kinderen kindje kindjes',
  'pleegkind pleegkinderen',
  'blad bladeren',
  'goed goederen',
  'volk volkeren volken',
  'bijlage bijlagen bijlages',
  'zienswijze zienswijzes',
  'procedure procedures',
  'vacature vacatures',
  'methode methodes methoden',
  'periode periodes perioden',
  'waarde waardes waarden',
  'niveau niveaus',
  "bureau bureaus bureau's",
  'foto fotos',
  'stuk stukken stukje stukjes',
  'brief briefje briefjes',
  'plan plannetje plannetjes',
  'voorstel voorstelletje',
  'termijn termijnen termijntje',
  'partij partijen partijtje',
  'raam ramen raampje',
  'autootje auto',
  'idee ideeën',
  'categorie categorieën',
  'zee zeeën',
  'grens grenzen',
  'wens wensen',
  'mens mensen',
  'kans kansen',
  'toets toetsen',
  'plaats plaatsen',
  'arts artsen',
  'prijs prijzen',
  'keten ketens ketenen',
  'haven havens',
  'teken tekens tekenen',
  'jongen jongens',
  'criterium criteria',
  'centrum centra',
  "zzp'er zzp'ers",
  'uur uren',
  'proces processen',
  'adres adressen',
  'fonds fondsen',
])('is one for %s', (words) => {
  expect(new Set(words.split(' ').map(stemOf)).size).toBe(1);
});

it.each([
  'besluit besluiteloos',
  'advies motie',
  'regio regel',
  'kosten kast',
  'Assen Emmen',
  'lid geleden verleden overleden kleden',
  'stad besteden aanbesteden',
  'college collega',
  'proces procedure',
  'bos bonus basis',
  'oranje orant',
  'status staat',
])('is another for each of %s', (words) => {
  expect(new Set(words.split(' ').map(stemOf)).size).toBe(words.split(' ').length);
});

it('leaves numbers as they are, and words that stand everywhere out', () => {
  expect([...stemsIn('De Z2024-00117 van het college, punt 3')]).toEqual(['z2024', '00117', 'colleg', 'punt', '3']);
  expect([...stemsIn('de het een %_ \' " — …')]).toEqual([]);
});

it('finds what is written with a hyphen by the whole as well, and marks it', () => {
  const text = 'Jeugd-zorg in Midden-Drenthe, per e‑mail op 16-4-2024';
  for (const whole of ['jeugdzorg', 'middendrenthe', 'email', 'jeugd', 'zorg', 'Midden-Drenthe', 'midden drenthe'])
    for (const stem of stemsIn(whole)) expect([whole, stemsToFind(text).has(stem)]).toEqual([whole, true]);
  expect(stemsToFind(text).has('1642024')).toBe(false);
  const [marked] = wordsIn(text).filter(({ stem }) => stem === 'jeugdzorg');
  expect(text.slice(marked?.from, marked?.until)).toBe('Jeugd-zorg');
});

it('says where each word stands', () => {
  const text = 'Eén Coo\u0308rdinatie, ’s avonds';
  expect(wordsIn(text).map(({ from, until }) => text.slice(from, until))).toEqual(['Coo\u0308rdinatie', 'avonds']);
});

it('takes no longer than it should of what nobody types', () => {
  const begun = performance.now();
  expect(stemsIn('x'.repeat(100_000)).size).toBe(1);
  expect(stemsIn('a\u0301'.repeat(100_000)).size).toBe(1);
  expect(performance.now() - begun).toBeLessThan(500);
});
