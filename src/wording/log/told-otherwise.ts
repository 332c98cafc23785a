// What pages and the log say of what is read otherwise than in the first release. To be deleted with what tells it.
import type { DifferenceTold, ReasonOtherwise, StandTold, ToldOtherwise } from '../../domain/views/told-otherwise.js';
import { count, momentWords } from '../language/dates.js';
import { standWord } from '../gates/stand.js';
import type { DossierId, Instant } from '../../domain/vocabulary.js';

export interface DifferenceLine extends Pick<DifferenceTold, 'gate' | 'body' | 'was' | 'is' | 'because'> {
  dossier: DossierId;
}

/** Why a stand is read otherwise. */
export const otherwiseWords: Record<ReasonOtherwise, string> = {
  order: 'het besluit van de laatste dag telt, niet wat het laatst is vastgelegd',
  'body-first': 'wat het orgaan zelf vastlegde, gaat voor wat de regio vastlegde',
  dispute: 'wat is betwist, telt niet als besluit; wat het orgaan zelf eerder besloot, blijft staan',
  version: 'een besluit hoort bij de versie waarop het is genomen; een correctie verandert dat niet',
  term: 'de termijn eindigt op een andere dag: een toegezegde dag telt mee, en geen termijn van de wet eindigt op een vrije dag',
  'other-text': 'het orgaan besloot een andere tekst dan voorlag',
  conditions: 'een antwoord op een voorwaarde telt vanaf zijn eigen dag, en blijft bij een correctie staan',
  agenda: 'wat het laatst is gebeurd telt: de planning van de vergadering of het besluit',
  entry: 'een besluit telt vanaf de dag waarop het orgaan hier ging meebesluiten',
  reservation: 'het besluit waarop het voorbehoud wacht, staat er nu anders voor',
};

/** The word of a stand as the first release had it, which told of what was disputed nothing else. */
export const formerWord = (stood: StandTold): string =>
  stood.side === 'undecided' && stood.why === 'disputed' ? 'is betwist' : standWord(stood);

/** What the log of the process says. */
export const retelling = {
  progress: (done: number, all: number) =>
    `De trajecten worden eenmalig opnieuw gelezen, zoals nu wordt geteld: ${count(done)} van ${count(all)} gelezen.`,
  line: ({ dossier, gate, body, was, is, because }: DifferenceLine) =>
    `Anders gelezen: traject ${dossier}, ${gate}, ${body}: was „${formerWord(was)}”, is „${standWord(is)}”, want ${otherwiseWords[because]}.`,
  ended: (differences: number) =>
    differences === 0
      ? 'Alle trajecten zijn opnieuw gelezen; er staat niets anders.'
      : `Alle trajecten zijn opnieuw gelezen; ${count(differences)} keer staat een orgaan er anders voor. Het staat ook bij elk traject, tot de voorzitter het heeft gezien.`,
  skipped: (dossier: DossierId, why: string) => `Traject ${dossier} is niet opnieuw gelezen (${why}); de andere wel.`,
};

/** What pages say. */
export const otherwise = {
  title: 'Sinds de nieuwe versie van Sluis staat dit er anders voor',
  explained:
    'De besluiten zijn niet veranderd, maar worden anders geteld. Dit staat hier tot de voorzitter het heeft gezien.',
  concluded: 'De vastgelegde conclusie verandert niet.',
  gate: 'Go/no-go-moment',
  body: 'Orgaan',
  was: 'Was',
  is: 'Is',
  because: 'Waarom',
  see: 'Gezien',
  readAnew: (since: Instant) =>
    `Dit is vastgelegd voor ${momentWords(since)}. U ziet het zoals Sluis nu telt; toen kon het er anders staan.`,
};

/** As the API tells it: both stands with their words, and why. */
export interface ToldOtherwiseView extends Omit<ToldOtherwise, 'was' | 'is'> {
  was: StandWords;
  is: StandWords;
  reason: string;
}

type StandWords = Pick<StandTold, 'side' | 'why' | 'sign'> & { word: string };

export const toldOtherwiseView = ({ was, is, ...told }: ToldOtherwise): ToldOtherwiseView => ({
  ...told,
  was: { side: was.side, why: was.why, sign: was.sign, word: formerWord(was) },
  is: { side: is.side, why: is.why, sign: is.sign, word: standWord(is) },
  reason: otherwiseWords[told.because],
});
