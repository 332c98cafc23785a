// What the form of a decision asks.
import type { DecisionKind } from '../../domain/vocabulary.js';
import { longDay } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';

export const decisionForm = {
  what: (body: string) => `Wat besloot ${inSentence(body)}?`,
  whatOf: 'Wat is er besloten?',
  body: 'Wie besloot?',
  beside: 'Is er iets anders besloten?',
  besideHint:
    'Kies wat er is besloten, ook als het hieronder staat. Het procesplan noemt deze antwoorden hier niet: ze worden vastgelegd zoals ze zijn, en tellen niet mee.',
  perQuestion: 'Per vraag iets anders besloten?',
  perQuestionHint: 'Laat leeg wat gelijk is aan het besluit hierboven.',
  same: 'gelijk aan het besluit',
  decidedOn: 'Datum van het besluit',
  decidedOnHint: 'De dag waarop is besloten; buiten vergadering de dag waarop de laatste instemde.',
  reasonHint: 'Bij een afwijzing: waarom.',
  correctionReasonHint: 'Verplicht bij een correctie: wat stond er fout?',
  sections: {
    'agree-with-remarks': 'Aandachtspunten, bij akkoord met aandachtspunten',
    'agree-with-conditions': 'Voorwaarden, bij akkoord onder voorwaarden',
    'agree-subject-to': 'Voorbehoud, bij akkoord onder voorbehoud',
    view: 'Zienswijze',
    signed: 'Ondertekening',
  } as Partial<Record<DecisionKind, string>>,
  remarks: 'Kanttekeningen, als het orgaan die meegaf',
  details: 'Meer over dit besluit',
  release: 'Wie mag dit zien?',
  releaseHint:
    'Laat u dit leeg, dan ziet iedereen met een rol in dit traject het besluit zodra u het vastlegt. Kiest u voor alleen uw eigen orgaan, dan telt het tot de vrijgave niet mee. Geldt er nog geen besluit van uw orgaan, dan zien anderen alleen "nog niet vrijgegeven"; geldt er al een, dan zien zij dat. Dit is iets anders dan geheimhouding op een stuk.',
  scopes: {
    region: 'iedereen met een rol in dit traject',
    own: 'alleen ons eigen orgaan, tot een dag of tot u het vrijgeeft',
    public: 'iedereen',
  },
  choice: 'Waarvoor is gekozen?',
  evidence: 'Bewijs',
  optional: '(niet verplicht)',
  evidenceHint: 'Waaruit blijkt dit besluit? Bijvoorbeeld de openbare besluitenlijst: een link, of een bestand.',
  submit: 'Besluit vastleggen',
  submitCorrection: 'Correctie vastleggen',
  hints: {
    'agree-with-remarks': 'Akkoord, met kanttekeningen: wie uitwerkt moet ergens op letten; telt meteen mee',
    'agree-with-conditions': 'Het akkoord hangt van iets af; het telt als de voorwaarde is beantwoord',
    disagree: 'Het voorstel is afgewezen',
    abstained: 'Er is besloten, en niet voor of tegen; dat telt niet als stem voor',
    deferred: 'Er wordt later besloten',
    noted: 'Er is kennisgenomen; dat is nog geen antwoord op de vraag',
    'agree-subject-to': 'Het akkoord geldt als een later besluit, meestal van de eigen raad, er komt',
    'agree-in-principle': 'Een voornemen; het besluit zelf volgt nog',
    'agree-amended': 'Akkoord met een andere tekst dan is voorgelegd',
    'propose-to-council': 'Het college stelt de raad voor zo te besluiten; de raad besluit nog',
    forwarded: 'Naar de raad gestuurd, ter kennisgeving of ter behandeling',
    'no-view': 'De raad maakt van zijn recht geen gebruik',
    view: 'De raad geeft zijn zienswijze',
    'consent-withheld': 'Alleen wegens strijd met het recht of het algemeen belang',
    'adopt-amended': 'Telt zodra vaststaat dat de gedeelde tekst gelijk blijft',
  } as Partial<Record<DecisionKind, string>>,
  dossierOf: (title: string, startedOn: string) => `${title}, gestart op ${longDay(startedOn)}`,
  correct: 'Besluit corrigeren',
  correctHint:
    'U verbetert wat verkeerd is vastgelegd. Wat u niet verandert blijft zo, ook wat op voorwaarden is geantwoord. Het oude blijft in het logboek staan.',
  correctWaits:
    'Het orgaan legde dit zelf vast. Uw verbetering komt ernaast te staan en telt pas als het orgaan die verbetering bevestigt.',
  revise: 'Nieuw besluit vastleggen',
  againHint:
    'Er is een nieuwere versie van het voorstel. Leg vast wat daarop is besloten. Het eerdere besluit blijft in het logboek staan.',
  reviseHint: 'Er is opnieuw besloten. Het eerdere besluit blijft in het logboek staan.',
};
