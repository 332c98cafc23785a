// What an installation tells of itself: whom to ask, what is kept of whom, and how accessible it is. What Sluis cannot know comes
// from the settings; where one is not set, the page says which.
import { count, longDay } from '../language/dates.js';

/** A part of such a page: sentences, and lists of them. */
interface DutyPart {
  title: string;
  text: readonly (string | readonly string[])[];
}

/** What of the installation stands in these texts. */
export interface DutyFigures {
  organisation: string | undefined;
  version: string;
  sessionHours: number;
  deviceDays: number;
  answerDays: number;
  securityLogDays: number;
  /** How many backups stay; absent where the server makes none by itself. */
  backupsKept: number | undefined;
}

const bodyOf = ({ organisation }: Pick<DutyFigures, 'organisation'>): string =>
  organisation ?? 'de organisatie die deze installatie beheert';

/** What is kept, why, and how long. */
type Kept = [what: string, why: string, until: string];

const accountKept = ({ sessionHours }: DutyFigures): Kept[] => [
  [
    'Uw account: naam, e-mailadres, telefoonnummer als u er een gaf, rollen met begin, einde en reden',
    'om te weten wie wat mag, en wie iets vastlegde',
    'tot een beheerder uw gegevens wist',
  ],
  ['Uw wachtwoord, alleen als hash (argon2id)', 'om u aan te melden', 'tot u een ander kiest, of tot u wordt gewist'],
  [
    'Waarvan uw app zijn codes maakt, versleuteld, en uw herstelcodes, alleen als hash',
    'om u in twee stappen aan te melden',
    'tot u dat uitzet, tot een beheerder het wist, of tot u wordt gewist',
  ],
  [
    'Dat u bent aangemeld, als hash',
    'om u te herkennen',
    `${sessionHours} uur; daarna wordt het binnen ongeveer een week opgeruimd`,
  ],
  [
    'Wanneer u er dit keer en de vorige keer was, en tot waar u het logboek toen had gezien',
    'om u te vertellen wat er sindsdien is veranderd',
    'tot u er weer bent; het verdwijnt met het wissen van uw gegevens',
  ],
];

const recordKept: readonly Kept[] = [
  [
    'Wat u vastlegt: het besluit, uw account, uw rol en het tijdstip',
    'zodat later is na te gaan wie wat wanneer vastlegde',
    'zo lang het traject wordt bewaard; na wissen van uw gegevens staat er geen naam meer bij',
  ],
  [
    'Namen die iemand in een tekst typt, zoals wie bij een bezoek was of wie ondertekende',
    'omdat zij bij het besluit horen',
    'zo lang het traject wordt bewaard; het wissen van een account haalt ze daar niet uit',
  ],
  [
    'Stukken die iemand toevoegt, en wat daarin over mensen staat',
    'omdat erover is besloten',
    'zo lang het traject wordt bewaard; een stuk waarnaar niets verwijst, een dag',
  ],
  [
    'Dat u een kalender invulde: onder een kenmerk, met de dag',
    'om te laten zien waar een kalender vandaan komt',
    'zolang de kalender er is; bij het wissen van uw account verdwijnt uw naam erbij',
  ],
  [
    'Dat u als beheerder de inhoud van een stuk wiste: onder een kenmerk, met de tijd en uw reden',
    'om te laten zien dat er iets stond en waarom het weg is',
    'zo lang het traject wordt bewaard; bij het wissen van uw account verdwijnt uw naam erbij',
  ],
  [
    'Dat u een huisstijl instelde: onder een kenmerk, met de tijd',
    'om te laten zien wie bepaalde hoe een regio eruitziet',
    'zolang de regio er is; bij het wissen van uw account verdwijnt uw naam erbij',
  ],
  [
    'Wat u in een formulier invulde en nog niet verstuurde, alleen als uw browser scripts draait',
    'om er later mee verder te gaan; alleen u ziet het',
    'tot u het vastlegt of weggooit, en anders een week',
  ],
  [
    'Een notitie die u als kwartiermaker of voorzitter schrijft over wie nog moet besluiten',
    'om te onthouden wat met wie is afgesproken; zij staat buiten het dossier',
    'tot zij wordt verwijderd, en anders een half jaar; ook het wissen van uw gegevens verwijdert haar',
  ],
];

const traceKept = ({ answerDays, securityLogDays, backupsKept }: DutyFigures): Kept[] => [
  [
    'Mail die Sluis u stuurt: uw naam, uw adres, wat erin staat en of het is bezorgd',
    'om u een link of een herinnering te sturen, en te zien als dat niet lukt',
    '90 dagen; ook het wissen van uw gegevens verwijdert haar',
  ],
  [
    'Welke link in een mail van u is, en naar welk formulier; van de link zelf alleen een hash',
    'om u met één klik bij het formulier van uw orgaan te brengen',
    '60 dagen, of tot u hem intrekt; ook het wissen van uw gegevens verwijdert hem',
  ],
  [
    'Welk agenda-adres van u is, en over welke dagen; van het adres zelf alleen een hash',
    'om die dagen in uw eigen agenda te tonen',
    'tot u het intrekt; ook het wissen van uw gegevens verwijdert het',
  ],
  ['Het antwoord op wat u verstuurde', 'zodat twee keer versturen niet twee keer vastlegt', `${answerDays} dagen`],
  [
    'Het beveiligingslogboek: aanmelden, weigeringen, wijzigingen van rollen, en het netwerkadres daarbij',
    'om misbruik te zien',
    `${count(securityLogDays)} dagen`,
  ],
  [
    'Het log van de server: per verzoek het tijdstip, het soort bladzijde, het kenmerk van uw account en het netwerkadres; geen namen en geen inhoud',
    'om storingen op te lossen',
    'dat bepaalt wie de server beheert',
  ],
  [
    'Reservekopieën van al het bovenstaande, behalve het log van de server',
    'zodat niets verloren gaat als een schijf stukgaat',
    backupsKept === undefined
      ? 'dat bepaalt wie de server beheert'
      : `de nieuwste ${count(backupsKept)} blijven; elders bewaarde kopieën bepaalt wie de server beheert`,
  ],
];

export const dutyPages = {
  missing: (setting: string) => `Niet ingevuld door de beheerder van deze installatie (instelling ${setting}).`,
  contact: {
    title: 'Contact',
    organisation: 'Organisatie die dit beheert',
    questions: 'Vragen over Sluis',
    mail: 'E-mail',
    phone: 'Telefoon',
    site: 'Website',
    officer: 'Privacy (functionaris gegevensbescherming)',
    weakness: 'Zwakke plek in de beveiliging',
    demonstration: 'Dit is een demonstratie: wat hier staat, is van niemand.',
    parts: [
      {
        title: 'Waarvoor bij wie',
        text: [
          [
            'Wachtwoord vergeten of een rol nodig: vraag de beheerder in uw regio om een nieuwe link of een rol.',
            'Een vraag over een voorstel of een termijn: vraag de kwartiermaker van het traject.',
            'Iets verkeerd vastgelegd: wie het vastlegde, kan het zelf corrigeren op de bladzijde van het besluit of in het logboek.',
            'Sluis doet het niet: noem het kenmerk dat op de foutbladzijde staat, en hoe laat het was.',
          ],
        ],
      },
    ] satisfies DutyPart[] as readonly DutyPart[],
  },
  privacy: {
    title: 'Privacy',
    lead: (figures: DutyFigures) =>
      `Hier staat wat Sluis ${figures.version} van u bewaart, waarom, en hoe lang. Verantwoordelijk is ${bodyOf(figures)}.`,
    controller: 'Verantwoordelijk voor uw gegevens',
    statement: 'Eigen privacyverklaring',
    officer: 'Functionaris gegevensbescherming',
    kept: 'Wat Sluis van u bewaart',
    heads: ['wat', 'waarom', 'hoe lang'],
    rows: (figures: DutyFigures): Kept[] => [...accountKept(figures), ...recordKept, ...traceKept(figures)],
    parts: (figures: DutyFigures): readonly DutyPart[] => [
      {
        title: 'Cookies',
        text: [
          'Sluis zet twee cookies. Beide zijn nodig om u veilig aan te melden; daarvoor wordt geen toestemming gevraagd.',
          [
            `“sluis” onthoudt ${figures.sessionHours} uur dat u bent aangemeld.`,
            `“sluis-device” herkent ${figures.deviceDays} dagen lang een browser waarmee u zich eerder aanmeldde. Zo kan iemand die uw wachtwoord raadt, u niet buitensluiten. Hij opent niets.`,
          ],
          'Er zijn geen cookies van anderen, er wordt niets gemeten over uw bezoek, en geen bladzijde laadt iets van een andere site.',
        ],
      },
      {
        title: 'Wie het ziet',
        text: [
          'Wat u vastlegt, ziet wie een rol heeft in dezelfde regio; wie alleen leest, ziet er geen namen bij. Uw e-mailadres zien u zelf en de beheerders, en wie een moment leidt of voorzit waar uw orgaan nog aan zet is. Die laatsten zien ook uw telefoonnummer, als u er een gaf.',
          'Een notitie bij een orgaan zien alleen de kwartiermaker en wie het moment voorzit.',
          'Sluis stuurt niets naar andere systemen. Alles staat in één database op de server van de organisatie.',
        ],
      },
      {
        title: 'Wat u kunt vragen',
        text: [
          [
            'Inzage: wat er van uw account staat, ziet u op de bladzijde achter uw naam. Voor de rest vraagt u de beheerder.',
            'Verbeteren: een beheerder verbetert uw naam of e-mailadres. Hoe het eerst luidde, blijft in het logboek van rollen staan.',
            'Wissen: een beheerder wist uw naam, e-mailadres en telefoonnummer. Dat nummer kunt u ook zelf wissen. Wat u vastlegde, blijft en telt: dat is het besluit van uw orgaan.',
            'Bezwaar: bij de organisatie die verantwoordelijk is.',
          ],
          'Komt u er samen niet uit, dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.',
        ],
      },
      {
        title: 'Wat deze bladzijde niet is',
        text: [
          `Deze tekst beschrijft wat Sluis ${figures.version} doet. Op welke grondslag dat gebeurt en hoe lang trajecten worden bewaard, bepaalt ${bodyOf(figures)}: dat hoort in de eigen privacyverklaring, en die gaat voor.`,
        ],
      },
    ],
  },
  accessibility: {
    title: 'Toegankelijkheid',
    lead: (figures: DutyFigures) =>
      `${figures.organisation ?? 'De organisatie die deze installatie beheert'} wil dat iedereen Sluis kan gebruiken, zoals het Besluit digitale toegankelijkheid overheid vraagt.`,
    registered: 'Geregistreerde verklaring',
    notRegistered:
      'Deze bladzijde is nog geen verklaring van de organisatie. Die moet zij zelf invullen, laten tekenen en registreren met de invulassistent op toegankelijkheidsverklaring.nl. Wat de makers van Sluis weten, staat hieronder in de volgorde van die verklaring.',
    status: 'Nalevingsstatus',
    statusWord: 'C: eerste maatregelen genomen',
    statusWhy:
      'De makers hebben zelf getest tegen WCAG 2.2, niveau A en AA. Er is geen onderzoek door anderen volgens WCAG-EM, en daarom is een hogere status niet te onderbouwen. Wanneer Sluis volledig voldoet, is niet opgegeven.',
    scope: 'Waarover dit gaat',
    scopeWords: (site: string, version: string) => `Alle bladzijden van ${site}, met Sluis ${version}.`,
    drawn: 'Opgesteld',
    drawnWords: (day: string) =>
      `Deze tekst is opgesteld op ${longDay(day)}. Een tekenbevoegde functionaris van de organisatie heeft hem niet getekend.`,
    feedback: 'Feedback en contact',
    parts: (figures: DutyFigures): readonly DutyPart[] => [
      {
        title: 'Loopt u ergens tegenaan?',
        text: [
          'Meld het bij het adres hierboven: welke bladzijde het was, wat u wilde doen, en waarmee u werkt (browser, hulpmiddel).',
          'Binnen hoeveel dagen u antwoord krijgt, bepaalt de organisatie.',
        ],
      },
      {
        title: 'Niet tevreden over het antwoord?',
        text: [
          `Dien dan een klacht in bij ${bodyOf(figures)}. Bent u daarna nog niet tevreden, of krijgt u niet op tijd antwoord, dan kunt u naar de Nationale ombudsman.`,
        ],
      },
      {
        title: 'Toelichting: wat is getest',
        text: [
          [
            'Bij elke wijziging, door een programma: alle bladzijden in al hun toestanden, op een telefoon van 390 pixels breed, met axe (WCAG 2.0 tot en met 2.2, A en AA). Voor elke uitgave ook op 1366 pixels. Er wordt niets gevonden.',
            'Bij elke wijziging: een donker scherm, hoog contrast en 400% vergroting bij een traject, een formulier met fouten, een logboek en een procesplan; de belangrijkste taken met scripts uit, met alleen het toetsenbord en op 320 pixels.',
            'Met de hand, in november 2026: volgorde, kleur en contrast, tekstgrootte, toetsenbord en focus, foutmeldingen, bevestigen voor iets wordt vastgelegd, aanmelden, en taalniveau.',
          ],
        ],
      },
      {
        title: 'Toelichting: wat niet bekend is',
        text: [
          [
            'Er is niet getest met een schermlezer, en niet door mensen met een beperking. Gevolg: wie daarmee werkt, kan iets tegenkomen dat wij niet zagen.',
            'Er is alleen getest met Chromium; niet met Firefox of Safari.',
            'Tabellen met twee richtingen, zoals de matrix van een traject, schuiven op een smal scherm opzij. Wat de norm daarvoor uitzondert, geldt hier.',
            'Documenten waarnaar een traject verwijst, zijn van de organen zelf. Of die toegankelijk zijn, weet Sluis niet.',
          ],
        ],
      },
      {
        title: 'Toelichting: maatregelen',
        text: [
          [
            'Een wijziging waarbij de test een fout vindt, wordt niet opgenomen.',
            'Geen enkele taak heeft scripts nodig, en alles werkt met onderdelen van NL Design System.',
            'Nog te doen: een onderzoek volgens WCAG-EM door anderen, en een test met een schermlezer. Daar is geen datum voor.',
          ],
        ],
      },
    ],
  },
};
