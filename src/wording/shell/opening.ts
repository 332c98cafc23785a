// What whoever runs Sluis is told of its folder and its database: why it does not open, and what it can do meanwhile.
import { call } from '../language/call.js';

/** Each says what is wrong and what helps; Sluis then does not start. */
export const opening = {
  gone: (folder: string) =>
    `In ${folder} staat een sluis.json, dus hier was een registratie, en sluis.sqlite is weg of leeg: zet een ` +
    `reservekopie terug met "${call} restore", of verbeter DATA_DIR; wilt u echt opnieuw beginnen, neem dan een nieuwe map.`,
  foreign: (folder: string) =>
    `De database in ${folder} is van een andere installatie dan sluis.json daar zegt: zet de goede database terug, of ` +
    'verwijder sluis.json als deze de goede is.',
  newerSchema: (folder: string, found: number, known: number) =>
    `De database in ${folder} heeft schema ${found}, en deze versie van Sluis kent schema ${known}: start de nieuwere ` +
    'versie die haar bijwerkte, of zet de reservekopie van voor het bijwerken terug.',
  newerFormat: (folder: string, found: number, known: number) =>
    `In de database in ${folder} staat een logboek met regels van formaat ${found}, en deze versie van Sluis kent formaat ` +
    `${known}: start de nieuwere versie die ze schreef, of zet de reservekopie van voor het bijwerken terug.`,
  olderSchema: (folder: string, found: number, known: number) =>
    `De database in ${folder} heeft schema ${found} en moet worden bijgewerkt naar ${known}, maar er kan niet worden ` +
    'geschreven: maak ruimte op de schijf of maak de map beschrijfbaar, en start opnieuw.',
  olderLists:
    'De lijsten van trajecten zijn van een andere versie van Sluis en er kan niet worden geschreven om ze bij te werken: ' +
    'maak ruimte op de schijf of maak de map beschrijfbaar, en start opnieuw.',
  unreadable: (folder: string, why: string) =>
    `De database in ${folder} is niet te lezen (${why}): zet een reservekopie terug met "${call} restore", of kijk de ` +
    'schijf en de rechten van de map na.',
  held: (folder: string) =>
    `De database in ${folder} wordt door een ander programma vastgehouden: sluit dat, en start opnieuw.`,
  noSpace: (folder: string) =>
    `Er is geen ruimte om in ${folder} een database te maken: maak ruimte op de schijf, of kies een andere DATA_DIR.`,
  noRights: (folder: string) =>
    `In ${folder} mag dit account niet schrijven en er is nog geen registratie: geef het account rechten op die map, of ` +
    'kies een andere DATA_DIR.',
  closedFiles: (folder: string) =>
    `In ${folder} staat een registratie die dit account niet mag lezen en schrijven: start Sluis als de gebruiker van wie ` +
    'zij is, of geef hem elk bestand daarin met "chown".',
  ofAnother: (folder: string, user: number) =>
    `${folder} is van een andere gebruiker (${user}), en wat root daar maakt, kan die niet lezen: doe dit als die gebruiker, ` +
    'of neem een map van root als DATA_DIR.',
  noFolder: (folder: string) => `${folder} is geen map: verbeter DATA_DIR.`,
  noFolderMade: (folder: string) => `De map ${folder} kan daar niet worden gemaakt: kies een andere DATA_DIR.`,
  openFolder: (folder: string) =>
    `Andere accounts van deze machine kunnen in ${folder}: doe "chmod 700 ${folder}", of neem een eigen map daarin als DATA_DIR.`,
  folderOfOthers: (folder: string) =>
    `Andere accounts van deze machine kunnen in ${folder}, en er staat meer in dan Sluis: neem een eigen map daarin als DATA_DIR.`,
  openFile: (file: string) => `Andere accounts van deze machine kunnen ${file} lezen: doe "chmod 600 ${file}".`,
};

/** In the log of the server, while it runs. */
export const storageWords = {
  moved: (file: string) =>
    `${file} is verplaatst, verwijderd of vervangen terwijl Sluis draaide; wat daarna kwam, is niet bevestigd. Zet het ` +
    'bestand terug zoals het was, of zet een reservekopie terug, en start opnieuw.',
  triggersMended: (names: readonly string[]) =>
    `Wat het logboek tegen veranderen beschermt, was weg of anders en is hersteld (${names.join(', ')}): iemand heeft ` +
    'de database buiten Sluis om veranderd; ga na wie.',
  triggersWrong: (names: readonly string[]) =>
    `Wat het logboek tegen veranderen beschermt, is weg of anders (${names.join(', ')}) en kan nu niet worden hersteld: ` +
    'kijk wie de database verandert, en start opnieuw.',
  triggersStrange: (names: readonly string[]) =>
    `In de database staan triggers die Sluis niet kent (${names.join(', ')}): ga na wie ze maakte, en haal ze weg.`,
  modesMended: (paths: readonly string[]) =>
    `Andere accounts van deze machine konden lezen wat in ${paths.join(', ')} staat; dat kan nu niet meer.`,
  readingOnly: {
    'not-writable':
      'In de map van de database kan niet worden geschreven. Lezen kan gewoon, vastleggen en aanmelden niet: maak de map ' +
      'beschrijfbaar en start opnieuw.',
    full:
      'De schijf is zo vol dat de database alleen te lezen is. Lezen kan gewoon, vastleggen en aanmelden niet: maak ' +
      'ruimte en start opnieuw.',
  },
  fileDamaged: (why: string) =>
    `Het bestand van de database is beschadigd (${why}). Lezen kan zolang het gaat, vastleggen en aanmelden niet: zet een ` +
    `reservekopie terug met "${call} restore".`,
  recordDamaged: (where: string) =>
    `Wat is vastgelegd, is veranderd of beschadigd (${where}): ga na wie bij de database kon, en bewaar uw laatste goede reservekopie.`,
  newerFound: (why: string) =>
    `In de database staat wat een nieuwere versie van Sluis schreef (${why}): start die versie, of zet de reservekopie van ` +
    'voor het bijwerken terug.',
  space: 'Er is weer ruimte op de schijf: er kan weer worden vastgelegd.',
};
