// What a decision holds beside its answer: its points, what a council treated with it, how its party groups voted.

export const verdictWords = {
  agreed: 'conform',
  amended: 'gewijzigd',
  'not-agreed': 'afgewezen',
  noted: 'voor kennisgeving aangenomen',
  deferred: 'aangehouden',
  'propose-to-council': 'de raad voorstellen',
  forwarded: 'doorgeleiden',
};

export const tabledWords = { amendment: 'amendement', motion: 'motie' };

export const resultWords = {
  adopted: 'aangenomen',
  rejected: 'verworpen',
  withdrawn: 'ingetrokken',
  deferred: 'aangehouden',
};

export const detailWords = {
  decisionPoints: {
    name: 'Beslispunt',
    many: 'Beslispunten',
    more: 'Nog een beslispunt',
    listHint:
      'Zoals ze in de besluitenlijst staan, elk met wat daarover is besloten. Ze veranderen niet hoe het besluit telt.',
    means: 'De beslispunten, elk met wat daarover is besloten; zij veranderen niet hoe het besluit telt.',
  },
  'decisionPoints.number': {
    name: 'Nummer van beslispunt',
    hint: 'Zoals in de besluitenlijst: 1.4 of II.',
    means: 'Het nummer, zoals in de besluitenlijst.',
  },
  'decisionPoints.text': { name: 'Tekst van beslispunt', means: 'De tekst van het beslispunt.' },
  'decisionPoints.verdict': {
    name: 'Besluit over beslispunt',
    among: verdictWords,
    means: 'Wat over dit punt is besloten.',
  },
  'decisionPoints.to': {
    name: 'Aan wie, bij beslispunt',
    hint: 'Bij doorgeleiden of voorstellen: bijvoorbeeld de raad, ter kennisgeving.',
    means: 'Aan wie het is doorgeleid of voorgesteld.',
  },
  'decisionPoints.treatedOn': {
    name: 'Behandeling van beslispunt',
    ask: 'Wanneer wordt het daar behandeld?',
    asks: (n: number) => `Wanneer wordt beslispunt ${n} daar behandeld?`,
    hint: 'Laat leeg als dat nog niet bekend is.',
    means: 'Wanneer het daar wordt behandeld.',
  },
  tabled: {
    name: 'Amendement of motie',
    many: 'Amendementen en moties',
    more: 'Nog een amendement of motie',
    listHint: 'Met de uitslag: wat is verworpen of ingetrokken, staat erbij en verandert niets.',
    means: 'Amendementen en moties, elk met indieners en uitslag.',
  },
  'tabled.kind': { name: 'Amendement of motie', among: tabledWords, means: 'Een amendement of een motie.' },
  'tabled.number': {
    name: 'Nummer van amendement of motie',
    hint: 'Zoals M3 of A1.',
    means: 'Het nummer, zoals in de stukken.',
  },
  'tabled.text': { name: 'Tekst van amendement of motie', means: 'De tekst.' },
  'tabled.movers': {
    name: 'Indieners van amendement of motie',
    hint: 'Fracties of leden.',
    means: 'Wie het indienden.',
  },
  'tabled.result': {
    name: 'Uitslag van amendement of motie',
    among: resultWords,
    hint: 'Alleen een aangenomen amendement verandert de tekst.',
    means: 'Wat ervan werd.',
  },
  unanimous: { name: 'Unaniem', ask: 'Unaniem?', means: 'Of de raad unaniem besloot.' },
  rollCall: { name: 'Hoofdelijk', ask: 'Hoofdelijke stemming?', means: 'Of er hoofdelijk is gestemd.' },
  groupVotes: {
    name: 'Stemmen van fractie',
    many: 'Stemmen per fractie',
    more: 'Nog een fractie',
    listHint: 'Hoe de fracties stemden. Dit verandert niet hoe de raad telt.',
    means: 'Hoe elke fractie stemde; dit verandert niet hoe de raad telt.',
  },
  'groupVotes.group': { name: 'Fractie', means: 'De fractie.' },
  'groupVotes.for': { name: 'Voor, bij fractie', means: 'Hoeveel leden voor stemden.' },
  'groupVotes.against': { name: 'Tegen, bij fractie', means: 'Hoeveel leden tegen stemden.' },
  'groupVotes.absent': {
    name: 'Afwezig, bij fractie',
    hint: 'Ook wie met kennisgeving afwezig was.',
    means: 'Hoeveel leden er niet waren.',
  },
  'groupVotes.seats': { name: 'Zetels van fractie', means: 'Hoeveel zetels de fractie heeft.' },
  'groupVotes.explanation': { name: 'Stemverklaring van fractie', means: 'De stemverklaring.' },
  consentItem: {
    name: 'Hamerstuk',
    ask: 'Hamerstuk?',
    hint: 'Ja als het zonder bespreking is besloten.',
    means: 'Of er zonder bespreking is besloten.',
  },
  outsideMeeting: {
    name: 'Buiten vergadering',
    ask: 'Buiten vergadering besloten?',
    hint: 'De datum van het besluit is dan de dag waarop de laatste instemde.',
    means: 'Of er buiten een vergadering is besloten.',
  },
  member: {
    name: 'Aangewezen lid',
    hint: 'Wie is aangewezen, bijvoorbeeld als lid van een bestuur.',
    means: 'Wie als lid is aangewezen.',
  },
  substitute: { name: 'Plaatsvervanger', means: 'Wie als plaatsvervangend lid is aangewezen.' },
  amendments: {
    name: 'Amendement',
    many: 'Amendementen',
    means: 'Amendementen; met indieners en uitslag in `tabled`.',
  },
  motions: { name: 'Motie', many: 'Moties', means: 'Moties; met indieners en uitslag in `tabled`.' },
  pledges: {
    name: 'Toezegging',
    many: 'Toezeggingen',
    more: 'Nog een toezegging',
    listHint: 'Wat de raad is toegezegd, door wie en voor wanneer.',
    means: 'Wat de raad is toegezegd, door wie, op wiens vraag en voor wanneer.',
  },
  'pledges.number': {
    name: 'Nummer van toezegging',
    hint: 'Zoals in de toezeggingenlijst: T5.',
    means: 'Het nummer, zoals in de toezeggingenlijst.',
  },
  'pledges.text': { name: 'Tekst van toezegging', means: 'Wat is toegezegd.' },
  'pledges.promisedBy': {
    name: 'Toegezegd door',
    asks: (n: number) => `Wie deed toezegging ${n}?`,
    means: 'Wie het toezegde.',
  },
  'pledges.askedBy': {
    name: 'Op vraag van',
    asks: (n: number) => `Wie vroeg om toezegging ${n}?`,
    hint: 'Fracties of leden.',
    means: 'Wie erom vroegen.',
  },
  'pledges.keptBy': {
    name: 'Uiterlijk',
    asks: (n: number) => `Uiterlijk wanneer wordt toezegging ${n} nagekomen?`,
    hint: 'Laat leeg als geen dag is genoemd.',
    means: 'De dag waarop het uiterlijk wordt nagekomen.',
  },
  commitments: {
    name: 'Toezegging',
    many: 'Toezeggingen',
    means: 'Toezeggingen zonder meer; met nummer, door wie en wanneer in `pledges`.',
  },
  signatory: { name: 'Ondertekend door', ask: 'Wie ondertekende?' },
  capacity: { name: 'Hoedanigheid', hint: 'Bijvoorbeeld: burgemeester, wethouder, bestuurder.' },
  authorisedOn: {
    name: 'Datum van de machtiging',
    hint: 'Laat leeg als er geen machtiging is; dat staat er dan bij.',
    means: 'De dag van de machtiging.',
  },
  'conditions.ofPoint': {
    name: 'Beslispunt van voorwaarde',
    hint: 'Het nummer van het beslispunt waar de voorwaarde bij hoort.',
    means: 'Het nummer van het beslispunt waar de voorwaarde bij hoort.',
  },
};
