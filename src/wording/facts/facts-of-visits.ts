// What is said of a visit, of a council that its own municipality informs, and of a plan that is moved.

export const visitFactWords = {
  'visit-body.on': { name: 'Datum', ask: 'Datum van het bezoek' },
  'plan-phase.on': { name: 'Datum', ask: 'Datum van de wijziging' },
  'plan-phase.from': { name: 'Vanaf', ask: 'Nieuw gepland begin' },
  'plan-phase.until': { name: 'Tot en met', ask: 'Nieuw gepland einde' },
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
