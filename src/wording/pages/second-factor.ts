// The words of signing in in two steps.
import { count } from '../language/dates.js';

export const secondFactor = {
  title: 'Aanmelden in twee stappen',
  off: 'U meldt zich aan met alleen een wachtwoord. Met een code uit een app op uw telefoon erbij heeft een ander aan uw wachtwoord niet genoeg.',
  on: (since: string, left: number) =>
    `U meldt zich sinds ${since} aan met een wachtwoord en een code uit een app. U hebt nog ${count(left)} ${left === 1 ? 'herstelcode' : 'herstelcodes'}.`,
  setUp: 'Tweede stap instellen',
  change: 'Tweede stap beheren',
  must: 'Met uw rol meldt u zich in twee stappen aan. Stel dat nu in; daarna gaat u verder.',
  needs:
    'U hebt een app nodig die codes maakt, zoals die van uw organisatie, FreeOTP, Google Authenticator of Microsoft Authenticator.',
  scan: 'Wijs met de app op dit vierkant',
  square: 'Vierkant dat de app leest; de sleutel staat er als tekst onder',
  openApp: 'Staat de app op dit toestel? Open hem dan hiermee.',
  orType: 'Kan dat niet? Typ dan deze sleutel in de app:',
  code: 'Code uit de app',
  codeHint: 'Zes cijfers, die elke halve minuut veranderen.',
  turnOn: 'Code nakijken en aanzetten',
  wrongFirst: 'Die code klopt nu niet. Wacht op de volgende in de app en kijk of de klok van uw telefoon goed loopt.',
  done: 'U meldt zich nu in twee stappen aan',
  codesTitle: 'Uw herstelcodes',
  codesWhy:
    'Met een herstelcode meldt u zich aan als u uw telefoon niet hebt. Elke code werkt één keer. Druk ze af of bewaar ze bij uw wachtwoorden: Sluis toont ze niet nog eens.',
  goOn: 'Ik heb ze bewaard, verder',
  newCodes: 'Nieuwe herstelcodes maken',
  newCodesWhy: 'De codes die u hebt, werken dan niet meer.',
  newCodesDone: 'Dit zijn uw nieuwe herstelcodes',
  end: 'Tweede stap uitzetten',
  endWhy: 'Daarna meldt u zich weer aan met alleen een wachtwoord.',
  endNot:
    'Met uw rol kunt u de tweede stap niet uitzetten. Een andere telefoon? Vraag een beheerder de tweede stap te wissen; daarna stelt u hem opnieuw in.',
  ask: 'Nog één stap',
  again: 'Opnieuw beginnen',
  askCode: 'Code uit de app, of een herstelcode',
  lost: 'Telefoon kwijt en geen herstelcode? Vraag een beheerder uw tweede stap te wissen.',
  wrong:
    'Die code werkt niet, of is al gebruikt. Neem de volgende code uit de app, of een herstelcode die u nog niet gebruikte. Kijk ook of de klok van uw telefoon goed loopt.',
  tooLate: 'Tussen de twee stappen zat te veel tijd. Meld u opnieuw aan.',
  reset: 'Tweede stap wissen',
  resetWhy: (name: string) =>
    `${name} wordt overal afgemeld en meldt zich daarna aan met alleen een wachtwoord, tot een nieuwe tweede stap is ingesteld. Doe dit alleen als u zeker weet dat ${name} het zelf vraagt.`,
  resetTitle: 'Klopt dit? Wissen maakt aanmelden makkelijker, ook voor een ander',
};
