// What is said of a visit, and of a council that its own municipality informs.

export const visitFactWords = {
  'visit-body.body': { name: 'Orgaan', ask: 'Wie is bezocht?' },
  visitors: {
    name: 'Bezoeker',
    many: 'Bezoekers',
    hint: 'Wie erheen ging.',
    more: 'Nog een bezoeker',
    means: 'Wie het bezoek bracht.',
  },
  'visit-body.reference': {
    name: 'Kenmerk',
    hint: 'Waarmee het orgaan is geïnformeerd, zoals het nummer van de raadsinformatiebrief.',
    means: 'Waarmee het orgaan is geïnformeerd, zoals het te vinden is.',
  },
  skipped: {
    name: 'Overgeslagen',
    ask: 'Dit is overgeslagen',
    hint: 'Geef dan een reden.',
    means: 'Of dit is overgeslagen.',
  },
  findings: {
    name: 'Bevinding',
    means: 'Wat er is gehoord; alleen voor het orgaan zelf en de procesleider.',
  },
};
