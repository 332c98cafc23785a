// What the process lead does: sees who is missing and reaches them, and takes a question from its plan to the bodies.
import {
  aPdf,
  attaches,
  chooses,
  dates,
  goesBack,
  links,
  losesSession,
  picks,
  presses,
  sees,
  signsIn,
  signsInAgain,
  types,
  type Job,
  type Step,
} from './job.js';

const who = 'kwartiermaker';

/** The table of bodies scrolls by itself to the gate that is open. */
const opensBesideItsNames: Step = async ({ page, way }) => {
  const boxOf = (cell: string) => page.locator(`.sluis-matrix tbody ${cell}`).first().boundingBox();
  const [name, first] = [await boxOf('th'), await boxOf('td')];
  expect(first?.x).toBeGreaterThanOrEqual((name?.x ?? 0) + (name?.width ?? 0) - 1);
  expect(first?.x).toBeLessThan(way.width);
};

/** Before anyone else is at work. */
export const lead: readonly Job[] = [
  {
    does: 'sees what runs, how far it is, and who is missing and why',
    who,
    at: ({ base }) => `${base}/trajecten`,
    steps: [
      presses(/^Robuuste jeugdhulpregio/),
      sees(
        'Nog geen go: 4 van 12 ontbreken',
        'Nog 1 dag, t/m 16 mei 2024',
        '9 van de 12 hebben besloten (1 telt nog niet).',
        /College van Coevorden\s+Akkoord onder voorwaarden \(voorlopig\); telt nog niet: voorwaarde nog open/,
        /College van Emmen\s+Aangehouden, tot 14 mei 2024/,
        /College van Meppel\s+Nog geen besluit\s+t\/m 16 mei 2024/,
        /College van Westerveld\s+Nog geen besluit/,
        'Herinner 3 organen',
      ),
      opensBesideItsNames,
    ],
  },
  {
    does: 'reminds the three that are missing, with a text that is there',
    who,
    at: ({ letter }) => letter,
    steps: [
      presses('Herinner 3 organen'),
      sees(
        'Sluis verstuurt niets',
        'College van Emmen',
        'College van Meppel',
        'College van Westerveld',
        'Beste collega’s',
      ),
      links(
        'Openen in uw mailprogramma',
        /^mailto:.*secretaris\.emmen@.*secretaris\.meppel@.*secretaris\.westerveld@.*subject=/,
      ),
    ],
  },
  {
    does: 'writes down what a college said on the telephone',
    who,
    at: ({ letter }) => letter,
    steps: [
      presses(/Notitie maken.*Meppel/),
      types('Notitie', 'Gebeld: het college stemt schriftelijk.'),
      presses('Notitie bewaren'),
      sees(/Secretaris van Meppel[\s\S]*Gebeld: het college stemt schriftelijk\./),
    ],
  },
  {
    does: 'puts it on the agenda of a college',
    who,
    at: ({ letter }) => letter,
    steps: [
      presses('Instemming'),
      presses('Meer mogelijkheden'),
      presses('Op de agenda zetten'),
      picks('Wie besluit?', 'College van Westerveld'),
      dates('Datum van de vergadering', '2024-05-21'),
      picks('Hoe ver is het?', 'op de agenda van het college'),
      presses('Op de agenda zetten'),
      sees(/Westerveld[\s\S]*21 mei/),
    ],
  },
  {
    does: 'records what a college decided, with the file that shows it',
    who,
    at: ({ letter }) => letter,
    steps: [
      presses('Besluit vastleggen van het college van Meppel'),
      chooses('Akkoord: onderschreven'),
      dates('Datum van het besluit', '2024-05-14'),
      types('Naam van bewijsstuk 1', 'Besluitenlijst van Meppel'),
      attaches(/^Bestand van bewijsstuk 1/, aPdf('besluitenlijst.pdf')),
      presses('Besluit vastleggen'),
      sees('Besluit van het college van Meppel', 'Het besluit is vastgelegd', 'Besluitenlijst van Meppel'),
    ],
  },
  {
    does: 'adds the examples',
    who,
    at: ({ base }) => `${base}/trajecten`,
    steps: [presses('Voorbeelden toevoegen'), sees('Voorbeeld van een keuze')],
  },
  {
    does: 'starts a dossier',
    who,
    at: ({ base }) => `${base}/trajecten`,
    steps: [
      presses('Nieuw traject starten'),
      presses(/Bekijk dit plan en start ?: Gemeenschappelijke regeling van colleges/),
      types('Naam van het traject', 'Een regeling voor twee'),
      dates('Datum van de start', '2024-05-01'),
      chooses('Assen'),
      chooses('Emmen'),
      presses('Controleren'),
      sees('Klopt dit?', 'Gemeenschappelijke regeling van colleges', '2: Assen en Emmen'),
      presses('Traject starten'),
      sees('Een regeling voor twee', 'Fase starten'),
    ],
  },
  {
    does: 'starts no second dossier by going back, and loses nothing when half a day goes by in the wizard',
    who,
    at: ({ base }) => `${base}/trajecten/nieuw?workflow=wgr-collegeregeling`,
    steps: [
      types('Naam van het traject', 'Na een halve dag'),
      dates('Datum van de start', '2024-05-01'),
      chooses('Assen'),
      chooses('Emmen'),
      losesSession,
      presses('Controleren'),
      ...signsIn(who),
      sees('Klopt dit?', 'Na een halve dag', '2: Assen en Emmen'),
      losesSession,
      presses('Traject starten'),
      sees('niet vastgelegd, maar ook niet weg'),
      ...signsInAgain(who),
      presses('Controleren'),
      presses('Traject starten'),
      sees('Na een halve dag', 'Fase starten'),
      goesBack,
      sees('Dit traject is al gestart', 'Er komt geen tweede traject.'),
    ],
  },
  {
    does: 'starts a phase, and puts its question to the bodies with a paper',
    who,
    at: async ({ other }) => other('voor twee'),
    steps: [
      presses('Fase starten'),
      dates('Datum van de start', '2024-05-02'),
      presses('Fase starten'),
      presses('Voorleggen'),
      dates('Datum van de voorlegging', '2024-05-02'),
      dates('Uiterste datum voor het antwoord', '2024-06-28'),
      types('Naam van het stuk', 'Ontwerpregeling'),
      attaches('Het stuk zelf, als bestand', aPdf('Ontwerpregeling.pdf')),
      presses('Voorleggen'),
      sees('Klopt dit?', 'Ontwerpregeling'),
      presses('Voorleggen'),
      sees('Nog geen go: 2 van 2 ontbreken', '28 juni 2024', 'Ontwerpregeling'),
    ],
  },
];

/** After the chair concluded a no-go. */
export const leadAfterNoGo: readonly Job[] = [
  {
    does: 'does a phase again that got a no-go',
    who,
    at: async ({ other }) => other('voor twee'),
    steps: [
      presses('Fase opnieuw opnemen'),
      dates('Datum', '2024-05-15'),
      types('Reden', 'De kosten worden opnieuw verdeeld.'),
      presses('Fase opnieuw opnemen'),
      sees('Een regeling voor twee', 'Voorleggen'),
    ],
  },
];
