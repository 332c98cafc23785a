// What is said of who decide: how they come, go and take the place of others.

export const electorateWords = {
  joins: { name: 'Komen erbij', means: 'Organen die mee gaan besluiten.' },
  leaves: { name: 'Doen niet meer mee', means: 'Organen die niet meer mee besluiten.' },
  merges: { name: 'Gaan samen', means: 'Organen waarvoor een ander in de plaats komt.' },
  into: { name: 'In hun plaats', means: 'Het orgaan dat in hun plaats komt.' },
  'merges.from': { name: 'Wie samengaan', means: 'De organen die samengaan.' },
  'merge-parties.from': { name: 'Wie samengaan', means: 'De gemeenten die samen verdergaan, zoals in het register.' },
  'merge-parties.into': {
    name: 'Als welke gemeente',
    means: 'De gemeente waarin zij verdergaan; dat kan een van hen zijn.',
  },
  'merge-parties.reference': {
    name: 'Vindplaats',
    hint: 'Bijvoorbeeld de wet tot herindeling, met het Staatsblad.',
    means: 'Waar de herindeling geschreven staat.',
  },
  'leave-gate.on': { name: 'Datum', ask: 'Datum van de uittreding' },
  'leave-gate.reference': {
    name: 'Vindplaats',
    hint: 'Het besluit of de brief waarin het staat.',
    means: 'Waar de uittreding geschreven staat.',
  },
  'change-electorate.ground': {
    name: 'Grond',
    ask: 'Op welke grond?',
    hint: 'Het artikel van de wet of van de regeling waarop dit rust.',
  },
  'change-electorate.notifiedOn': {
    name: 'Bericht aan alle organen',
    ask: 'Datum van het bericht aan alle organen',
    hint: 'Zonder bericht aan elk orgaan kan dit niet.',
  },
};
