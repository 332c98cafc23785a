// The words of signing in, of being signed out meanwhile, and of choosing a password.

export const signIn = {
  title: 'Aanmelden',
  what:
    'In Sluis leggen gemeenten die samen moeten besluiten vast wat ieder zelf heeft besloten. Zo ziet iedereen per fase ' +
    'wie nog ontbreekt, en of er een go kan komen.',
  email: 'E-mailadres',
  password: 'Wachtwoord',
  submit: 'Aanmelden',
  forgotten: 'Wachtwoord vergeten? Vraag uw beheerder om een nieuwe link.',
  lost: 'Uw aanmelding was verlopen. Wat u net invulde is niet vastgelegd.',
  kept: 'Uw aanmelding was verlopen. Wat u net invulde is niet vastgelegd, maar ook niet weg: meld u aan, en het staat weer in het formulier.',
  resumed: 'U bent weer aangemeld',
  resumedWhy: 'Wat u invulde is er nog. Er is niets vastgelegd: kijk het na, en verstuur het dan opnieuw.',
  resume: 'Terug naar het formulier',
  accounts: 'Kijk rond in de demonstratie als',
  accountsPassword: 'Met een e-mailadres van de demonstratie kan het ook hieronder; elk heeft dit wachtwoord:',
  groups: { secretary: 'Secretaris van', clerk: 'Griffier van' },
  withPassword: 'Of meld u aan met uw wachtwoord',
  choose: 'Kies een wachtwoord',
  welcome: (name: string) => `Welkom, ${name}. Deze link werkt één keer.`,
  gone: 'Deze link werkt niet meer',
  goneWhy: 'Een link werkt één keer, en 24 uur. Vraag uw beheerder om een nieuwe.',
  newPassword: 'Nieuw wachtwoord',
  least: (min: number) => `Ten minste ${min} tekens.`,
  /** What is wrong with a password that was chosen. */
  faults: {
    length: (min: number) => `Kies een wachtwoord van ten minste ${min} en hoogstens 1024 tekens.`,
    row: () => 'Kies een ander wachtwoord: een rij tekens of een herhaling is zo geraden. Neem een paar losse woorden.',
    own: () =>
      'Kies een ander wachtwoord: uw naam of e-mailadres wordt het eerst geprobeerd. Neem een paar losse woorden.',
    common: () => 'Kies een ander wachtwoord: dit wordt vaak gebruikt en is zo geraden. Neem een paar losse woorden.',
  },
  save: 'Wachtwoord opslaan',
  account: 'Uw account',
  signedInAs: (name: string, email: string) => `U bent aangemeld als ${name} (${email}).`,
  reach: 'Hoe u te bereiken bent',
  phone: 'Telefoonnummer (niet verplicht)',
  phoneWhy:
    'Wie een moment leidt of voorzit, ziet dit nummer naast uw e-mailadres zolang uw orgaan daar aan zet is. Maak het leeg om het te wissen.',
  phoneSave: 'Telefoonnummer bewaren',
  phoneKept: 'Uw telefoonnummer is bewaard zoals het hieronder staat.',
  phoneWrong: 'Dit is geen telefoonnummer: schrijf het als 0592 00 00 00 of +31 592 00 00 00. Er is niets gewijzigd.',
  change: 'Wachtwoord wijzigen',
  former: 'Huidig wachtwoord',
  formerWrong: 'Uw huidige wachtwoord klopt niet; er is niets gewijzigd.',
  changed: 'Uw wachtwoord is gewijzigd. Overal elders bent u nu afgemeld.',
  elsewhere: 'Met een nieuw wachtwoord wordt u overal elders afgemeld.',
  ownRoles: 'Uw rollen',
  noRoles: 'U hebt nu geen rol. Vraag uw beheerder om een rol.',
  sessions: 'Waar u bent aangemeld',
  where: 'Waar',
  since: 'Sinds',
  until: 'Uiterlijk tot',
  here: 'Hier',
  kinds: { cookie: 'Een andere browser', token: 'Een programma' },
  signOutElsewhere: 'Overal elders afmelden',
  elsewhereWhy:
    'Vergat u zich ergens af te melden, of bent u een apparaat kwijt? Meld u dan overal elders af; hier blijft u aangemeld. Kent een ander uw wachtwoord, wijzig het dan ook.',
  onlyHere: 'U bent nergens anders aangemeld.',
  signedOutElsewhere: (n: number) =>
    n === 0
      ? 'U was nergens anders meer aangemeld.'
      : `U bent overal elders afgemeld: op ${n === 1 ? '1 plaats' : `${n} plaatsen`}.`,
};
