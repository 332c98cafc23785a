// What the commands of the shell say.
import { call } from '../language/call.js';
import type { Instant } from '../../domain/vocabulary.js';
import { momentWords } from '../language/dates.js';

type Rows = readonly (readonly [name: string, does: string])[];

function columns(rows: Rows): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, does]) => `  ${name.padEnd(width)}  ${does}`).join('\n');
}

const notOfThisMachine = (where: string): string =>
  `Sluis start niet: ${where} is geen adres van deze machine; kies een andere HOST, of METRICS_HOST.`;

export const shell = {
  list: (commands: Rows) =>
    `Gebruik: ${call} OPDRACHT\n\n${columns(commands)}\n\n` +
    `"${call} OPDRACHT --help" zegt wat een opdracht neemt, "${call} --version" welke versie dit is. Wat een server ` +
    'instelt, staat in de omgeving: zie docs/operations.md.',
  help: (usage: string, does: string, options: Rows) =>
    `${usage}\n\n${does}${options.length > 0 ? `\n\n${columns(options)}` : ''}`,
  unknownCommand: (written: string, meant: string | undefined, begun: readonly string[]) => {
    const cure = begun.length > 0 ? `Kies uit:\n${begun.map((one) => `  ${one}`).join('\n')}` : `Zie ${call} --help.`;
    if (written === '' || begun.length > 0) return written === '' ? cure : `"${written}" is niet af. ${cure}`;
    return `De opdracht "${written}" bestaat niet${meant === undefined ? '.' : `; bedoelde u "${meant}"?`} ${cure}`;
  },
  unknownFirst: (written: string) => `De optie ${written} bestaat hier niet. Zie ${call} --help.`,
  unknownOption: (written: string, meant: string | undefined, usage: string) =>
    `De optie ${written} bestaat hier niet${meant === undefined ? '.' : `; bedoelde u --${meant}?`} Gebruik: ${usage}`,
  standsAlone: (option: string, usage: string) => `Achter ${option} hoort niets. Gebruik: ${usage}`,
  missing: (what: string, usage: string) => `Hier ontbreekt ${what}. Gebruik: ${usage}`,
  tooMuch: (extra: string, usage: string) => `"${extra}" is hier te veel. Gebruik: ${usage}`,
  notInvented: (folder: string) => `${folder} is niet van de demonstratie; daar begint niets opnieuw`,
  setAside: (file: string) => `Wat er al stond, staat nu in ${file}.`,
  /** What stands for what a command takes. */
  names: { email: 'E-MAILADRES', id: 'ID', version: 'VERSIE', file: 'BESTAND', target: 'DOEL' },
  does: {
    demonstration: 'draait de demonstratie, met verzonnen besluiten, tot u haar stopt',
    serve: 'draait de server, tot u hem stopt',
    administratorReset: 'wist de tweede stap van wie de telefoon kwijt is; de server moet uit staan',
    administratorCreate: 'maakt een beheerder en geeft een eenmalige link (24 uur geldig)',
    administratorLink:
      'geeft een beheerder die zijn wachtwoord kwijt is een eenmalige link; mag naast een draaiende server',
    doctor: 'kijkt alles na wat een server nodig heeft; mag naast een draaiende server',
    workflowCheck: 'controleert één procesplan, of alle',
    workflowDiagram: 'tekent een procesplan, of schrijft het als SCXML of BPMN',
    workflowDiff: 'zegt wat het ene procesplan anders heeft dan het andere',
    replay: 'speelt gedateerde feiten na en toont de stand na elk feit',
    rebuild: 'bouwt de leesmodellen opnieuw uit de registratie',
    backup:
      'maakt een reservekopie in een map, of in een bestand dat op .sqlite eindigt, en controleert haar; mag naast een ' +
      'draaiende server',
    restore: 'controleert een reservekopie en zet haar terug in DATA_DIR; de server staat dan uit',
    clockConfirm: 'bevestigt dat de klok van deze machine klopt; mag naast een draaiende server',
  },
  options: {
    format: 'svg (als u niets kiest), scxml of bpmn',
    out: 'het bestand waarin het komt; anders verschijnt het hier',
    replace: 'zet opzij wat er al staat; er wordt niets gewist',
    anew: 'zet opzij wat er van de demonstratie al staat, en begint opnieuw; er wordt niets gewist',
    keep: 'bewaart het traject in de registratie in DATA_DIR; anders is het een proef',
  },
  failed: {
    someFile: 'een bestand',
    file: {
      EACCES: (path: string) => `${path} is voor deze gebruiker gesloten: geef hem rechten, of kies een andere plaats.`,
      EPERM: (path: string) => `${path} is voor deze gebruiker gesloten: geef hem rechten, of kies een andere plaats.`,
      EROFS: (path: string) => `${path} staat op een schijf waarop niet geschreven kan worden: kies een andere plaats.`,
      ENOSPC: (path: string) => `Er is geen ruimte meer voor ${path}: maak ruimte, en doe het opnieuw.`,
      EDQUOT: (path: string) => `Er is geen ruimte meer voor ${path}: maak ruimte, en doe het opnieuw.`,
      ENOENT: (path: string) => `${path} bestaat niet, of de map ervan niet: controleer de naam.`,
      ENOTDIR: (path: string) => `In ${path} staat een bestand waar een map hoort: controleer de naam.`,
      EISDIR: (path: string) => `${path} is een map: geef de naam van een bestand.`,
      EEXIST: (path: string) => `${path} is er al en is niet overschreven: kies een andere naam.`,
    },
    listen: {
      EADDRINUSE: (where: string) =>
        `Sluis start niet: op ${where} luistert al een ander programma; stop dat, of kies een andere PORT, of METRICS_PORT.`,
      EACCES: (where: string) =>
        `Sluis start niet: op ${where} mag deze gebruiker niet luisteren; kies een PORT, of METRICS_PORT, van 1024 of hoger.`,
      EADDRNOTAVAIL: notOfThisMachine,
      ENOTFOUND: notOfThisMachine,
      EAI_AGAIN: notOfThisMachine,
    },
    storage: {
      full: 'De schijf van DATA_DIR is vol en er is niets vastgelegd: maak ruimte, en doe het opnieuw.',
      'not-writable':
        'In DATA_DIR kan niet worden geschreven en er is niets vastgelegd: doe dit als de gebruiker van de server, of geef ' +
        'hem rechten.',
    },
    defect: (what: string) => `Dit is een fout in Sluis zelf; meld haar met wat hieronder staat.\n${what}`,
  },
  noPlan: (named: string, known: readonly string[]) =>
    `Het procesplan "${named}" bestaat niet; er zijn: ${known.join(', ')}`,
  administrator: {
    noFactor: (email: string) => `Wie ${email} heeft, meldt zich niet in twee stappen aan; er is niets gewist.`,
    factorEnded: (email: string) => `De tweede stap van ${email} is gewist. Stel na het aanmelden een nieuwe in.`,
    noAddress: (written: string) => `"${written}" is geen e-mailadres: schrijf het als naam@gemeente.example.`,
    name: 'Beheerder',
    isNone: (email: string) =>
      `${email} is hier vandaag geen beheerder: noem het adres van een beheerder, of zet de server uit en gebruik ` +
      `"${call} administrator create".`,
    otherSecret:
      'De server die op deze map draait heeft een ander SESSION_SECRET, dus zou de link nergens heen leiden: geef deze ' +
      'opdracht met de omgeving van de server.',
    noAnswer:
      `De server die op deze map draait gaf geen antwoord en er is geen link gemaakt: kijk met "${call} doctor" of hij ` +
      'werkt, of zet hem uit en probeer het opnieuw.',
    made: (link: string, expiresAt: Instant) => `${link}\nDe link werkt één keer, tot ${momentWords(expiresAt)}.`,
  },
  check: {
    plan: (id: string, version: number, title: string) => `${id} versie ${version}: ${title}`,
    line: (isWarning: boolean, name: string, detail: string) =>
      `  ${isWarning ? 'waarschuwing ' : ''}${name}: ${detail}`,
  },
  diagram: {
    noFormat: (format: string, known: readonly string[]) =>
      `De vorm "${format}" bestaat niet; kies uit: ${known.join(', ')}`,
  },
  diff: {
    between: (from: string, to: string) => `Van ${from} naar ${to}:`,
  },
  rebuild: {
    done: 'De leesmodellen zijn opnieuw opgebouwd.',
  },
  clock: {
    confirmed: ({ at, by, newest }: { at: string; by: string; newest: string | null }) =>
      `De klok staat op ${at}; dat is bevestigd door ${by}.` +
      (newest !== null && newest > at
        ? `\nIn de registratie staat al iets van ${newest}: toen liep de klok voor. Die regels houden hun tijdstip; een ` +
          'verkeerde dag is te corrigeren.'
        : ''),
  },
};
