// Notes about who is still to act, beside the record.
import { count, momentWords } from '../language/dates.js';
import { inSentence } from '../language/nouns.js';

export const notes = {
  title: 'Notitie',
  label: (body: string) => `Notitie over ${inSentence(body)}`,
  hint: 'Alleen kwartiermaker en voorzitter van dit traject lezen dit. Zij verdwijnt na een half jaar.',
  outside:
    'Een notitie staat buiten het dossier en kan onder de Woo worden opgevraagd. Zet er geen besluit in, en niets over gezondheid of andere bijzondere persoonsgegevens.',
  keep: 'Notitie bewaren',
  remove: 'Notitie verwijderen',
  add: 'Notitie maken',
  change: 'Notitie wijzigen',
  by: (name: string | null, at: string) => `${name ?? 'naam gewist'}, ${momentWords(at)}`,
  wrong: 'De notitie is niet bewaard',
  empty: 'Vul de notitie in, of kies "Notitie verwijderen".',
  stopped: 'Het traject is gestopt: er komt geen notitie meer bij. U kunt een notitie die er staat wel verwijderen.',
  odd: 'De notitie bevat tekens die hier niet kunnen; typ haar opnieuw.',
  tooLong: (n: number, max: number) =>
    `De notitie is ${count(n)} tekens lang en mag er ${count(max)} hebben: kort haar in.`,
  meanwhile: (name: string | null, at: string) =>
    `${name ?? 'Iemand'} schreef intussen een andere notitie (${momentWords(at)}); die staat hieronder. Pas uw tekst aan en bewaar die, of annuleer.`,
};
