// What a gemeenschappelijke regeling has to hold by articles 9 and 10 of the Wgr, as criteria of the gate at which its draft is
// released or made. The text of article 10 as it is now was not at hand: its subjects are those that binnenlandsbestuur.nl
// (Capra, 12 February 2024) names, which had to be in every regeling by 1 July 2024; the numbers of paragraphs are left out.
import type { Criterion, Stater } from '../../src/domain/workflow/requirements.js';

const article9 = 'Wgr art. 9';
const article10 = 'Wgr art. 10 (Capra, 12 februari 2024); lid niet geverifieerd';

const content: readonly [id: string, text: string, weight: Criterion['weight'], source: string][] = [
  ['wijziging', 'De regeling zegt hoe zij wordt gewijzigd en opgeheven', 'must', article9],
  ['toetreding', 'De regeling zegt hoe een gemeente toetreedt', 'must', article9],
  [
    'uittreding',
    'De regeling zegt hoe een gemeente uittreedt en wat daarvan de gevolgen zijn, ook voor het vermogen',
    'must',
    article9,
  ],
  ['vereffening', 'De regeling zegt hoe na opheffing wordt vereffend', 'must', article9],
  [
    'zienswijze-besluiten',
    'De regeling noemt de besluiten waarover raden een zienswijze kunnen geven, en hoe',
    'must',
    article10,
  ],
  ['inwoners', 'De regeling zegt hoe inwoners en belanghebbenden worden betrokken', 'must', article10],
  ['evaluatie', 'De regeling zegt of en wanneer zij wordt geëvalueerd', 'must', article10],
  [
    'adviescommissie',
    'Er is besloten of er een gemeenschappelijke adviescommissie van raden komt',
    'should',
    'Wgr; artikel niet geverifieerd',
  ],
];

/** @param statedBy who looks whether the draft holds it: the process lead, unless a plan has a lawyer of a body do so */
export const wgrInhoud = (statedBy: Stater = 'process-lead'): Criterion[] =>
  content.map(([id, text, weight, source]) => ({ id, text, weight, statedBy, source }));
