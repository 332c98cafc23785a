// Ten decisions as the lists of decisions of municipalities word them (what a jurist found, November 2026), as they are
// filled in on the form. They are recorded for an invented region: here it matters that nothing of them is left out.

export interface RealDecision {
  /** Whose list it is from. */
  from: string;
  gate: string;
  body: string;
  /** What is filled in, a form after the other. */
  sent: readonly Readonly<Record<string, string>>[];
  /** What stands in the overview beside the texts that were filled in. */
  reads: readonly string[];
  /** What is recorded with it by another form, and where that is read back. */
  also?: { form: string; sent: Readonly<Record<string, string>>; page: string; reads: readonly string[] };
}

const point = (i: number, number: string, text: string, verdict: string, more: Record<string, string> = {}) => ({
  [`decisionPoints/${i}/number`]: number,
  [`decisionPoints/${i}/text`]: text,
  [`decisionPoints/${i}/verdict`]: verdict,
  ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`decisionPoints/${i}/${name}`, value])),
});
const vote = (i: number, group: string, more: Record<string, string>) => ({
  [`groupVotes/${i}/group`]: group,
  ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`groupVotes/${i}/${name}`, value])),
});
const tabled = (i: number, more: Record<string, string>) =>
  Object.fromEntries(Object.entries(more).map(([name, value]) => [`tabled/${i}/${name}`, value]));

export const realDecisions: readonly RealDecision[] = [
  {
    from: 'Assen, 16 en 23 april 2024, 31009-2024',
    gate: 'ontwerp',
    body: 'oost/college',
    sent: [
      { decision: 'deferred', decidedOn: '2024-04-16', nextDate: '2024-04-23' },
      {
        decision: 'agree-with-conditions',
        decidedOn: '2024-04-23',
        reference: '31009-2024',
        ...point(0, '1.1', 'In te stemmen met de robuuste regio.', 'agreed'),
        ...point(1, '1.2', 'Kennis te nemen van het proces.', 'noted'),
        ...point(2, '1.3', 'Deel te nemen aan het overleg.', 'agreed'),
        ...point(3, '1.4', 'Niet eerder uit te voeren dan na een geaccordeerd uitvoeringsplan.', 'agreed'),
        ...point(4, '1.5', 'Dit besluit aan de raad te sturen.', 'forwarded', {
          to: 'de raad',
          treatedOn: '2024-06-13',
        }),
        'conditions/0/text': 'Eerst een door college en gemeenteraad geaccordeerd uitvoeringsplan.',
        'conditions/0/effect': 'suspensive',
        'conditions/0/ofPoint': '1.4',
      },
    ],
    reads: ['Aangehouden', 'bij beslispunt 1.4', 'doorgeleiden, aan: de raad, behandeling op 13 juni 2024'],
  },
  {
    from: 'Assen, 31 oktober 2023',
    gate: 'ontwerp',
    body: 'west/college',
    sent: [
      {
        decision: 'agree',
        decidedOn: '2024-01-16',
        ...point(0, '1.1', 'In te stemmen met de hervormingsagenda.', 'agreed'),
        ...point(1, '1.2', 'De raadsinformatiebrief te sturen.', 'forwarded', { to: 'de raad, ter kennisgeving' }),
      },
    ],
    reads: ['doorgeleiden, aan: de raad, ter kennisgeving'],
  },
  {
    from: 'Borger-Odoorn: een hamerpunt, buiten vergadering, op een zaterdag',
    gate: 'ontwerp',
    body: 'eiland/college',
    sent: [
      { decision: 'agree', decidedOn: '2024-01-13', gezien: '2024-01-13', outsideMeeting: 'ja', consentItem: 'ja' },
    ],
    reads: ['Buiten vergadering ja', 'Hamerstuk ja', '13 januari 2024'],
  },
  {
    from: 'Hilversum, 27 februari 2024',
    gate: 'keuze',
    body: 'oost/college',
    sent: [
      {
        decision: 'propose-to-council',
        decidedOn: '2024-02-27',
        ...point(0, 'I', 'De raad voor te stellen de visie vast te stellen.', 'propose-to-council', { to: 'de raad' }),
        ...point(1, 'II', 'Dit rechtstreeks te agenderen.', 'agreed'),
      },
    ],
    reads: ['Aan de raad voorgesteld; telt niet: het procesplan noemt dit antwoord niet', 'niet in het procesplan'],
  },
  {
    from: 'Nuenen, 7 mei 2025',
    gate: 'keuze',
    body: 'west/college',
    sent: [
      {
        decision: 'noted',
        decidedOn: '2024-05-07',
        ...point(0, '1', 'Kennis te nemen van de stand van zaken.', 'noted'),
        ...point(1, '2', 'Het voornemen uit te spreken deel te nemen.', 'agreed'),
        ...point(2, '3', 'De raad om toestemming te vragen.', 'propose-to-council', { to: 'de raad' }),
        ...point(3, '4', 'De raad een informele zienswijze op de begroting te vragen.', 'forwarded', { to: 'de raad' }),
      },
    ],
    reads: ['Voor kennisgeving aangenomen', 'de raad voorstellen, aan: de raad'],
  },
  {
    from: 'Nuenen, 7 oktober 2025: mandaat, volmacht en machtiging',
    gate: 'keuze',
    body: 'eiland/college',
    sent: [
      {
        decision: 'adopt',
        decidedOn: '2024-10-07',
        text: 'Mandaat-, volmacht- en machtigingsbesluit jeugdhulp.',
        ...point(0, '1', 'Mandaat te verlenen.', 'agreed', { to: 'de directeur' }),
        ...point(1, '2', 'Volmacht en machtiging te verlenen.', 'agreed', { to: 'de directeur' }),
      },
    ],
    reads: ['Vastgesteld', 'conform, aan: de directeur'],
    // Given before there is an organisation: it holds from a later day on.
    also: {
      form: 'mandaat',
      sent: {
        body: 'eiland/college',
        holder: 'de directeur',
        from: '2025-01-01',
        source: 'mandaatbesluit van 7 oktober 2024',
        covers: 'Mandaat, volmacht en machtiging voor de inkoop van jeugdhulp.',
      },
      page: 'mandaten',
      reads: ['vanaf 1 januari 2025'],
    },
  },
  {
    from: 'Son en Breugel, 21 oktober 2025',
    gate: 'visie',
    body: 'west/raad',
    sent: [{ decision: 'noted', decidedOn: '2024-10-21' }],
    reads: ['Voor kennisgeving aangenomen'],
  },
  {
    from: 'Assen, 27 november 2025: geheim is een bijlage, niet het besluit',
    gate: 'ondertekening',
    body: 'oost/college',
    sent: [
      {
        decision: 'agree',
        decidedOn: '2024-11-27',
        'secrecy/0/object': 'Bijlage 2',
        'secrecy/0/interest': '2b',
        'secrecy/0/power': 'art. 87 Gemeentewet',
        'secrecy/0/imposedOn': '2024-11-26',
        'secrecy/0/sharedWith': 'oost/raad',
        'evidence/0/title': 'Besluitenlijst',
        'evidence/0/url': 'https://example.org/besluitenlijst',
      },
    ],
    reads: [
      'Bijlage 2',
      'Woo 5.1 lid 2 b',
      'art. 87 Gemeentewet',
      'opgelegd op 26 november 2024',
      'gedeeld met de raad van Oost',
      '27 november 2024',
    ],
  },
  {
    from: 'Assen, 25 september 2025: een zienswijze, met de stemming',
    gate: 'visie',
    body: 'eiland/raad',
    sent: [
      {
        decision: 'view',
        decidedOn: '2024-09-25',
        tenor: 'with-recommendations',
        'points/0': 'Evalueer na twee jaar.',
        'points/1': 'Betrek inwoners.',
        rollCall: 'ja',
        ...vote(0, 'Lijst Een', { for: '7', absent: '1', seats: '8', explanation: 'Met zorg over de kosten.' }),
        ...vote(1, 'Lijst Twee', { against: '3' }),
      },
    ],
    reads: ['Hoofdelijk ja', 'Lijst Een (8 zetels): 7 voor en 1 afwezig; stemverklaring: Met zorg over de kosten.'],
  },
  {
    from: 'Tynaarlo, 10 oktober 2017',
    gate: 'visie',
    body: 'oost/raad',
    sent: [
      {
        decision: 'adopt-amended',
        decidedOn: '2024-10-10',
        conform: 'ja',
        ...tabled(0, {
          kind: 'amendment',
          number: 'A1',
          text: 'Punt 2 vervalt.',
          movers: 'GB en D66',
          result: 'adopted',
        }),
        ...tabled(1, {
          kind: 'motion',
          number: 'M3',
          text: 'Houd het lokaal.',
          movers: 'VVD en PvdA',
          result: 'rejected',
        }),
        'pledges/0/number': 'T5',
        'pledges/0/text': 'Het college rapporteert elk half jaar.',
        'pledges/0/promisedBy': 'de wethouder jeugd',
        'pledges/0/askedBy': 'D66',
        'pledges/0/keptBy': '2025-07-01',
        'pledges/1/text': 'De raad krijgt de cijfers.',
        unanimous: 'nee',
        ...Object.assign({}, ...['GB', 'D66', 'CU', 'Leefbaar', 'GL'].map((name, i) => vote(i, name, { for: '3' }))),
        ...Object.assign({}, ...['VVD', 'PvdA', 'CDA'].map((name, i) => vote(i + 5, name, { against: '2' }))),
      },
    ],
    reads: [
      'Amendement A1 van GB en D66, aangenomen: Punt 2 vervalt.',
      'Motie M3 van VVD en PvdA, verworpen: Houd het lokaal.',
      'T5 Het college rapporteert elk half jaar. (door de wethouder jeugd, op vraag van D66, uiterlijk 1 juli 2025)',
      'GL: 3 voor',
      'CDA: 2 tegen',
      'Unaniem nee',
    ],
  },
];
