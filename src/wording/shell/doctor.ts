// What a doctor says of an installation.
import { call } from '../language/call.js';

export type Diagnosis = 'good' | 'doubtful' | 'wrong';

const verdicts: Record<Diagnosis, string> = { good: 'goed   ', doubtful: 'let op ', wrong: 'FOUT   ' };

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_000_000).toLocaleString('nl-NL')} MB`;

interface Made {
  at: string;
  file: string;
}

export const doctor = {
  about: {
    node: 'Node',
    environment: 'instellingen',
    folder: 'map',
    schema: 'registratie',
    clock: 'klok',
    space: 'ruimte',
    proxy: 'proxy',
    backup: 'reservekopie',
    mail: 'mail',
    server: 'server',
  },
  line: (verdict: Diagnosis, about: string, says: string) => `${verdicts[verdict]} ${about.padEnd(13)} ${says}`,
  wrong: (about: readonly string[]) => `Er is iets fout met: ${[...new Set(about)].join(', ')}.`,
  node: (node: string, sluis: string) => `Sluis ${sluis} op Node ${node}`,
  environment: (baseUrl: string, mode: string) =>
    `volledig; ${mode === 'demonstration' ? 'de demonstratie' : 'gebruikers'} op ${baseUrl}`,
  folder: (folder: string) => `${folder} is alleen voor deze gebruiker`,
  noFolder: (folder: string) =>
    `${folder} is er niet; verbeter DATA_DIR, of begin met "${call} administrator create naam@gemeente.example"`,
  fileForFolder: (folder: string) => `${folder} is een bestand; noem in DATA_DIR een map`,
  emptyFolder: (folder: string) =>
    `in ${folder} staat geen registratie; verbeter DATA_DIR, zet een reservekopie terug met "${call} restore", of ` +
    `begin met "${call} administrator create naam@gemeente.example"`,
  lostDatabase: (folder: string) =>
    `in ${folder} was een registratie, en sluis.sqlite is weg of leeg; zet een reservekopie terug met "${call} restore", ` +
    'of verbeter DATA_DIR',
  closedFolder: (folder: string) =>
    `in ${folder} mag deze gebruiker niet lezen en schrijven; draai dit als de gebruiker van de server, of geef hem de map`,
  openFolder: (folder: string) => `${folder} is ook voor anderen open; doe "chmod 700 ${folder}"`,
  openFile: (file: string) => `${file} is ook voor anderen open; doe "chmod 600 ${file}"`,
  fileOfAnother: (file: string, user: number, owner: number) =>
    `${file} is van een andere gebruiker (${user}) dan de map; doe als root "chown ${owner} ${file}"`,
  schema: (schema: string) => `te lezen, schema ${schema}`,
  newer: (why: string) =>
    `van een nieuwere versie van Sluis (${why}); start die, of zet de reservekopie van voor het bijwerken terug`,
  triggers: (names: readonly string[]) =>
    `te lezen, maar wat het logboek beschermt is anders (${names.join(', ')}); start de server, die het herstelt, en ga na ` +
    'wie de database veranderde',
  unreadable: (why: string) => `niet te lezen (${why}); zet een reservekopie terug met "${call} restore"`,
  clock: ({ why, than }: { why: 'behind' | 'ahead' | 'jumped'; than: string }) =>
    (why === 'behind'
      ? `loopt achter op wat al is vastgelegd (${than})`
      : `staat te ver na het laatste teken (${than})`) +
    `; zet hem gelijk, of doe "${call} clock confirm" als hij klopt`,
  clockGood: (now: string) => `staat op ${now} en past bij wat is vastgelegd`,
  noSpace: (free: number) => `nog ${megabytes(free)} vrij; maak ruimte, anders kan er niets worden vastgelegd`,
  littleSpace: (free: number, size: number) =>
    `nog ${megabytes(free)} vrij, en de registratie is ${megabytes(size)}: te weinig voor een reservekopie ernaast`,
  space: (free: number, size: number) => `${megabytes(free)} vrij, de registratie is ${megabytes(size)}`,
  noProxy: 'niet nodig: BASE_URL is http op deze machine',
  proxy: (addresses: readonly string[]) => `X-Forwarded-For telt van ${addresses.join(', ')}`,
  untrustedProxy:
    'BASE_URL is https en TRUST_PROXY is leeg: voor Sluis komt dan iedereen van één adres; noem het adres van de proxy',
  backup: ({ at, file }: Made) => `de laatste is van ${at}: ${file}`,
  oldBackup: ({ at, file }: Made) =>
    `de laatste is van ${at} (${file}); zet BACKUP_DIR op een map op een andere schijf, of kijk of die is aangesloten`,
  noBackup: `er is er geen; zet BACKUP_DIR op een map op een andere schijf, of laat elke nacht "${call} backup DOEL" draaien`,
  noBackupFolder: (folder: string) =>
    `de map ${folder} van BACKUP_DIR is er niet; maak haar, sluit de schijf aan, of verbeter BACKUP_DIR`,
  closedBackupFolder: (folder: string) =>
    `in ${folder} van BACKUP_DIR kan deze gebruiker niet schrijven; geef hem rechten, of kies een andere map`,
  backupFailed: ({ at, why }: { at: string; why: string }) => `die van ${at} is mislukt: ${why}`,
  server: (at: string, told: string) => `${at} antwoordt ${told}`,
  noServer: 'er draait geen server op deze map',
  silent: (at: string) => `er draait een server op deze map, en op ${at} antwoordt hij niet; kloppen HOST en PORT?`,
  noMail: 'Sluis verstuurt niets; zet SMTP_URL en MAIL_FROM om links en herinneringen te laten versturen',
  mail: (server: string) => `${server} antwoordt`,
  mailSilent: (server: string, why: string) =>
    `${server} antwoordt niet als mailserver (${why}); verbeter SMTP_URL, of kijk of deze machine daarheen mag`,
};
