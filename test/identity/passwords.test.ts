// Which passwords can be chosen: whatever is tried first cannot, and whatever else is long enough can.
import { demonstrationPassword } from '../../src/app/demonstration.js';
import { passwordFault } from '../../src/identity/passwords.js';

const sara = { name: 'Sara de Boer-Çelik', email: 'sdeboer@emmen.example' };
const faultOf = (password: string) => passwordFault(password, sara);

it.each([
  ['length', ['', 'kort', 'elf tekens!', 'x'.repeat(1_025), 'é'.repeat(600), 'a goed genoeg \ud800']],
  [
    'row',
    [
      ...[
        '111111111111',
        'aaaaaaaaaaaaaaaa',
        '            ',
        '123456789012',
        '098765432109',
        'abcdefghijklm',
        'ZYXWVUTSRQPONM',
      ],
      ...['qwertyuiop123', 'abcabcabcabc', '121212121212', 'Ab1!Ab1!Ab1!', 'qwertyuiopasdfghjkl', '!!!!!!!!!!!!!!'],
    ],
  ],
  [
    'own',
    [
      'sdeboer@emmen.example',
      'SaraDeBoer2024',
      'Sara de Boer!',
      'boercelik12345',
      'ÇELIK-sara-1985',
      'emmensdeboer99!',
    ],
  ],
  [
    'common',
    [
      ...[
        demonstrationPassword,
        'Demonstratie-Sluis!',
        'wachtwoord123',
        'Wachtwoord1234567890',
        'W@chtw00rd123!',
        'P@ssw0rd2024!',
      ],
      ...[
        'Welkom2024!!!',
        'WelkomWelkom1',
        'passwordpassword',
        'Zomer2026Zomer',
        'gemeente2025!',
        'footballfootball',
        '1qaz2wsx3edc4rfv',
      ],
      ...['Welkom bij Sluis', 'maandag-dinsdag', '!!!superman!!!'],
    ],
  ],
])('%s: is refused', (fault, passwords) => {
  expect(passwords.map((one) => [one, faultOf(one)])).toEqual(passwords.map((one) => [one, fault]));
});

it.each([
  ['een goed lang wachtwoord'],
  ['weer een ander wachtwoord'],
  ['juiste paard batterij nietje'],
  ['kX9#mQ2$vL7p'],
  ['Sara kocht gisteren acht groene fietsen'],
  ['zomerhitte boven de hunebedden'],
  ['8f0c4e1b7a9d'],
  ['ωμέγα και άλφα σήμερα'],
  ['密码是很长的一个句子吧真的'],
  ['x'.repeat(0) + 'twaalf teken'],
])('%s can be chosen', (password) => {
  expect(faultOf(password)).toBeNull();
});
