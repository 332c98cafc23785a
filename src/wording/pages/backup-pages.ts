// The words of the page about backups, and of how one is put back.
import { call } from '../language/call.js';
import type { Instant } from '../../domain/vocabulary.js';
import { momentWords } from '../language/dates.js';

export const backupPages = {
  title: 'Reservekopie en terugzetten',
  menu: 'Reservekopie',
  off:
    'Er wordt geen reservekopie gemaakt: gaat de schijf stuk, dan is alles weg. Zet BACKUP_DIR op een map op een andere ' +
    `schijf en start de server opnieuw, of laat elke nacht "${call} backup DOEL" draaien.`,
  ok: 'De reservekopieën zijn op orde.',
  byHandAlone:
    'Deze server maakt zelf geen reservekopieën; hieronder staat de laatste die met de opdracht is gemaakt. Zet BACKUP_DIR ' +
    'op een map op een andere schijf om er elke dag een te laten maken.',
  none: 'Er is nog geen goede reservekopie. De server probeert het elk uur; blijft dit staan, kijk dan in zijn logboek.',
  late:
    'De laatste goede reservekopie is te oud. Kijk of de schijf is aangesloten en of er ruimte is; de server probeert het elk ' +
    'uur opnieuw.',
  lateByHand:
    'De laatste reservekopie is ouder dan twee dagen, en deze server maakt er zelf geen. Zet BACKUP_DIR op een map op een ' +
    `andere schijf en start de server opnieuw, of laat elke nacht "${call} backup DOEL" draaien.`,
  failed: ({ at, why }: { at: Instant; why: string }) => `De reservekopie van ${momentWords(at)} is mislukt. ${why}`,
  restored: ({ at, from, newest }: { at: Instant; from: string; newest: Instant | null }) =>
    `Op ${momentWords(at)} is ${from} teruggezet${newest === null ? '' : `, met alles tot en met ${momentWords(newest)}`}.`,
  doAgain:
    'Doe opnieuw wat na de reservekopie over mensen is gedaan: rollen die zijn beëindigd, wachtwoorden die zijn vervangen en ' +
    'gegevens die zijn gewist, zijn weer zoals toen.',
  last: 'Laatste goede reservekopie',
  made: 'Gemaakt en gecontroleerd',
  holds: 'Wat erin staat',
  until: 'Vastgelegd tot en met',
  nothingYet: 'er was nog niets vastgelegd',
  size: 'Grootte',
  where: 'Waar',
  kept: 'Wat er is bewaard',
  keptIn: 'De server bewaart zijn reservekopieën in',
  rhythm: ({ everyHours, keep }: { everyHours: number; keep: number }) =>
    `Hij maakt er ${everyHours === 1 ? 'elk uur' : `elke ${everyHours} uur`} een en houdt de ${keep} nieuwste; wat hij niet zelf ` +
    'maakte, laat hij staan.',
  file: 'Bestand',
  madeAt: 'Gemaakt',
  state: 'Stand',
  verified: 'gecontroleerd',
  damaged: 'beschadigd',
  gone: 'niet gevonden',
  keeping: 'Waar u haar bewaart',
  apart:
    'In een reservekopie staan namen, e-mailadressen en besluiten die nog niet zijn vrijgegeven: bewaar haar achter slot, en ' +
    'ook buiten dit gebouw. Wat in de omgeving is ingesteld, zoals SESSION_SECRET, staat er niet in: bewaar dat apart. Meer ' +
    'staat in het handboek, onder "Reservekopie en terugzetten".',
  toRestore: 'Terugzetten',
  restoring: {
    why:
      'Doe dit als de schijf stuk is of de registratie beschadigd. Wat na de reservekopie is vastgelegd, staat er niet in; wat ' +
      'er nu staat, wordt opzijgezet en nooit gewist.',
    stop: 'Stop de server.',
    give: 'Geef op de server, met dezelfde DATA_DIR:',
    command: (file = 'BESTAND') => `${call} restore ${/^[\w./:-]+$/.test(file) ? file : `'${file}'`} --replace`,
    given: 'Sluis controleert het bestand eerst helemaal. Klopt er iets niet, dan zegt het dat en verandert er niets.',
    start: 'Start de server:',
    serve: `${call} serve`,
  },
};
