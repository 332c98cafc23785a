// What is said of making a backup and of putting one back: by the shell, and in the log of the server.
import { call } from '../language/call.js';
import type { Instant } from '../../domain/vocabulary.js';
import { heldWords, sizeWords, type Held } from '../language/backup-held.js';
import { momentWords } from '../language/dates.js';

const untilWords = (newest: Instant | null): string =>
  newest === null ? 'er is nog niets vastgelegd' : `tot en met wat op ${momentWords(newest)} (${newest}) is vastgelegd`;

/** What whoever asks for a backup has to mend; each is one sentence with the cure. */
export const noBackup = {
  noDatabase: (folder: string) => `In ${folder} staat geen registratie om te bewaren: verbeter DATA_DIR.`,
  noFolder: (folder: string) =>
    `De map ${folder} bestaat niet: maak haar, sluit de schijf aan, of verbeter het pad (een bestand eindigt op .sqlite); er is niets geschreven.`,
  fileForFolder: (file: string) =>
    `${file} is een bestand en er is niets geschreven: noem een map, of een nieuw bestand dat op .sqlite eindigt.`,
  itself: (file: string) => `${file} is de registratie zelf: kies een andere plaats, liefst op een andere schijf.`,
  inside: (folder: string) =>
    `${folder} is de map van de registratie zelf: kies een map erbuiten, liefst op een andere schijf.`,
  otherSluis: (folder: string) =>
    `In ${folder} staat een andere registratie van Sluis: kies een map die alleen voor reservekopieën is.`,
  exists: (file: string) => `${file} is er al en is niet overschreven: kies een andere naam of een map.`,
  full: (folder: string, needed: number) =>
    `In ${folder} is niet genoeg ruimte voor ${sizeWords(needed)}: maak ruimte, of kies een andere plaats; er is niets ` +
    'achtergebleven.',
  closed: (folder: string) =>
    `In ${folder} mag deze gebruiker niet schrijven: geef hem rechten, of kies een andere plaats.`,
  brokenSource: (file: string, why: string) =>
    `De registratie ${file} is zelf beschadigd (${why}) en er is geen reservekopie gemaakt: stop de server en zet de ` +
    `nieuwste goede reservekopie terug met "${call} restore".`,
  newer: (file: string, why: string) =>
    `De registratie ${file} is van een nieuwere versie van Sluis (${why}): maak de reservekopie met de versie die erop draait.`,
  foreign: (file: string) =>
    `${file} is geen registratie van Sluis en er is geen reservekopie gemaakt: verbeter DATA_DIR.`,
  damagedKept: (file: string, why: string) =>
    `De registratie is beschadigd (${why}): wat er is, staat in ${file}, dat niet als reservekopie telt; bewaar uw laatste ` +
    'goede reservekopie en lees in het handboek hoe u haar terugzet.',
  failed: (target: string, why: string) =>
    `De reservekopie naar ${target} is mislukt en er is niets achtergebleven (${why}): probeer het opnieuw, of kies een ` +
    'andere plaats.',
  ended: (how: string) =>
    `Het maken van de reservekopie is afgebroken (${how}): kijk of de machine genoeg geheugen heeft.`,
};

/** Why a file is not put back. */
export const unfit = {
  missing: (file: string) => `${file} bestaat niet: noem het bestand van een reservekopie.`,
  folder: (file: string) => `${file} is een map: noem het bestand van een reservekopie erin.`,
  closed: (file: string) => `${file} is voor deze gebruiker gesloten: geef hem rechten om het te lezen.`,
  foreign: (file: string) =>
    `${file} is geen reservekopie van Sluis, of er is een stuk van weg: kies een ander bestand; er is niets veranderd.`,
  newer: (file: string, why: string) =>
    `${file} is van een nieuwere versie van Sluis (${why}): installeer die versie; er is niets veranderd.`,
  damaged: (file: string, why: string) =>
    `${file} is beschadigd (${why}): kies een andere reservekopie; er is niets veranderd.`,
};

/** Where in a database something does not hold. */
export type DamageFound =
  | { what: 'file'; why: string }
  | { what: 'plan'; hash: string }
  | { what: 'dossier'; id: string; sequence: number; why: string }
  | { what: 'people' | 'security'; sequence: number; why: string };

const chainWords = { people: 'mensen en rollen', security: 'beveiligingslogboek' };

export function damageAt(found: DamageFound): string {
  if (found.what === 'file') return found.why;
  if (found.what === 'plan') return `procesplan ${found.hash}`;
  const chain = found.what === 'dossier' ? `traject ${found.id}` : chainWords[found.what];
  return `${chain}, regel ${found.sequence}: ${found.why}`;
}

/** What a newer release wrote that this one does not know. */
export const newerThan = (part: 'schema' | 'format', its: string, known: string): string =>
  part === 'schema'
    ? `${its}; deze kent tot en met ${known}`
    : `regels van formaat ${its}; deze kent tot en met formaat ${known}`;

export const noRestore = {
  hasDatabase: (folder: string) =>
    `In ${folder} staat al een registratie en er is niets veranderd: kies een lege DATA_DIR, of geef --replace; wat er ` +
    'staat, wordt dan opzijgezet en niet gewist.',
  itself: (file: string) => `${file} is de registratie die er al staat: noem het bestand van een reservekopie.`,
  full: (folder: string, needed: number) =>
    `In ${folder} is niet genoeg ruimte voor ${sizeWords(needed)}: maak ruimte; er is niets veranderd.`,
  closed: (folder: string) =>
    `In ${folder} mag deze gebruiker niet schrijven: geef hem rechten; er is niets veranderd.`,
  failed: (file: string, why: string) =>
    `Terugzetten van ${file} is mislukt (${why}): verhelp dat en geef de opdracht opnieuw.`,
  halfway: (folder: string) =>
    `In ${folder} is het terugzetten van een reservekopie niet afgemaakt: geef de opdracht "${call} restore" opnieuw, ` +
    'met --replace.',
};

export const backupLines = {
  made: (file: string, held: Held) =>
    `De reservekopie is gemaakt en gecontroleerd: ${file}\n` +
    `  ${sizeWords(held.size)}: ${heldWords(held)}, ${untilWords(held.newest)}.\n` +
    '  Erin: alle trajecten met hun logboek en procesplan, mensen, rollen en de sporen van wachtwoorden.\n' +
    '  Niet erin: de instellingen in de omgeving, zoals SESSION_SECRET. Bewaar die apart, en de reservekopie achter slot.',
  restored: (file: string, folder: string, held: Held) =>
    `${file} is teruggezet in ${folder} en gecontroleerd: ${heldWords(held)}, ${untilWords(held.newest)}.\n` +
    '  Iedereen moet zich opnieuw aanmelden, en eenmalige links van toen werken niet meer.\n' +
    '  Wat later is vastgelegd, staat er niet in. Doe opnieuw wat sindsdien over mensen is gedaan: rollen die zijn ' +
    'beëindigd, wachtwoorden die zijn vervangen, gegevens die zijn gewist.\n' +
    `  Start nu de server: ${call} serve`,
  aside: (names: readonly string[]) => `  Wat er stond, is opzijgezet: ${names.join(', ')}`,
  scheduled: (file: string, held: Held) =>
    `Reservekopie gemaakt en gecontroleerd: ${file} (${sizeWords(held.size)}, ${heldWords(held)}).`,
  notRemoved: (file: string, why: string) => `De oude reservekopie ${file} kon niet worden verwijderd: ${why}`,
};
