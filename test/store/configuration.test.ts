// What the environment may say, and that every fault of it is named at once.
import { BadConfiguration, configure, type Mode } from '../../src/store/process/configuration.js';
import { configureToListen } from '../../src/store/process/listening.js';

const faultsOf = (mode: Mode, environment: Record<string, string>): string[] => {
  try {
    configure(mode, environment);
  } catch (error) {
    if (error instanceof BadConfiguration) return error.faults;
    throw error;
  }
  return [];
};

const safe = { BASE_URL: 'https://sluis.example', SESSION_SECRET: 'a secret for tests alone, long enough' };

it('takes what is safe', () => {
  expect(configure('serve', safe)).toMatchObject({ port: 3000, host: '127.0.0.1', baseUrl: 'https://sluis.example' });
});

it('names every fault at once', () => {
  const faults = faultsOf('serve', {
    SESSION_SECRET: 'short',
    BASE_URL: 'http://sluis.example',
    PORT: 'many',
    CLOCK: '2024-05-01T00:00:00Z',
    TRUST_PROXY: 'everyone',
    DATABASE_URL: 'postgres://x',
    CONTACT_URL: 'sluis.example',
    CONTACT_EMAIL: 'Beheer <beheer@sluis.example>',
  });
  expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(
    [
      'BASE_URL',
      'CLOCK',
      'CONTACT_EMAIL',
      'CONTACT_URL',
      'DATABASE_URL',
      'PORT',
      'SESSION_SECRET',
      'TRUST_PROXY',
    ].sort(),
  );
});

it.each(['ftp://sluis.example', 'sluis.example:8080', 'https://u:p@sluis.example', ''])(
  'says of BASE_URL=%s that it is wrong, and nothing of what follows from it',
  (BASE_URL) => {
    expect(faultsOf('serve', { ...safe, BASE_URL }).map((fault) => fault.split(':')[0])).toEqual(['BASE_URL']);
  },
);

describe('backups', () => {
  const having = (more: Record<string, string>) => ({ ...safe, DATA_DIR: '/srv/sluis', ...more });

  it('are made daily and kept for two weeks where a folder is named, unless it is said otherwise', () => {
    expect(configure('serve', safe).backup).toBeUndefined();
    const plan = { folder: '/backups', everyHours: 24, keep: 14 };
    expect(configure('serve', having({ BACKUP_DIR: '/backups' })).backup).toEqual(plan);
    const often = { BACKUP_DIR: '/srv/sluis-backups', BACKUP_EVERY: '1', BACKUP_KEEP: '48' };
    expect(configure('serve', having(often)).backup).toEqual({
      folder: '/srv/sluis-backups',
      everyHours: 1,
      keep: 48,
    });
  });

  it.each([
    [{ BACKUP_DIR: '/srv/sluis' }, 'BACKUP_DIR: kies een map buiten DATA_DIR'],
    [{ BACKUP_DIR: '/srv/sluis/backups' }, 'BACKUP_DIR: kies een map buiten DATA_DIR'],
    [{ BACKUP_DIR: '/b', BACKUP_EVERY: '0' }, 'BACKUP_EVERY: kies een heel aantal uren van 1 tot en met 744'],
    [{ BACKUP_DIR: '/b', BACKUP_EVERY: '1.5' }, 'BACKUP_EVERY: kies een heel aantal'],
    [{ BACKUP_DIR: '/b', BACKUP_KEEP: '0' }, 'BACKUP_KEEP: kies een heel aantal van 1 tot en met 1000'],
    [{ BACKUP_EVERY: '12' }, 'BACKUP_DIR: noem de map'],
    [{ BACKUP_KEEP: '12' }, 'BACKUP_DIR: noem de map'],
  ])('%j is a fault', (more, said) => {
    expect(faultsOf('serve', having(more))).toEqual([expect.stringContaining(said)]);
  });
});

it('bounds what one person sends in a minute, unasked and as it is asked', () => {
  expect(configure('serve', safe).writesPerMinute).toBe(120);
  expect(configure('serve', { ...safe, WRITES_PER_MINUTE: '3000' }).writesPerMinute).toBe(3000);
  for (const writes of ['0', '9', '1000001', '12.5', 'many'])
    expect(faultsOf('serve', { ...safe, WRITES_PER_MINUTE: writes })).toEqual([
      'WRITES_PER_MINUTE: kies een heel getal van 10 tot en met 1000000',
    ]);
});

it('knows the roles that sign in in two steps, and refuses what is none', () => {
  expect(configure('serve', safe).secondFactorRoles).toEqual([]);
  const named = { ...safe, SECOND_FACTOR_ROLES: 'administrator, chair' };
  expect(configure('serve', named).secondFactorRoles).toEqual(['chair', 'administrator']);
  expect(faultsOf('serve', { ...safe, SECOND_FACTOR_ROLES: 'administrator,voorzitter' })).toEqual([
    expect.stringContaining('SECOND_FACTOR_ROLES: noem rollen'),
  ]);
});

it('keeps the demonstration from the world, and from a clock before its story', () => {
  const secret = { SESSION_SECRET: safe.SESSION_SECRET };
  expect(faultsOf('demonstration', { ...secret, HOST: '0.0.0.0' })).toEqual([
    expect.stringContaining('DEMONSTRATION_OPEN=yes'),
  ]);
  expect(faultsOf('demonstration', { ...secret, HOST: '0.0.0.0', DEMONSTRATION_OPEN: 'yes' })).toEqual([]);
  expect(faultsOf('demonstration', { ...secret, CLOCK: '2024-04-28T12:00:00Z' })).toEqual([
    'CLOCK: kies een tijd vanaf 2024-04-29',
  ]);
});

it.each([
  'x'.repeat(32),
  'abcdefgh'.repeat(4),
  '0123456789abcdef'.repeat(2),
  'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb',
  '1234567'.repeat(6),
])('refuses a secret that is no secret: %s', (secret) => {
  expect(faultsOf('serve', { ...safe, SESSION_SECRET: secret })).toEqual([
    'SESSION_SECRET: dit is te raden; neem de uitkomst van "openssl rand -hex 32"',
  ]);
});

it.each(['https://beheer:geheim@sluis.example', 'https://beheer@sluis.example', 'https://:geheim@sluis.example'])(
  'refuses an address with a name or a password in it, and does not repeat it: %s',
  (address) => {
    const faults = faultsOf('serve', { ...safe, BASE_URL: address });
    expect(faults).toEqual(['BASE_URL: laat gebruiker en wachtwoord weg; het adres staat in elke link']);
  },
);

it('says where to tell of a hole only where somebody said so', () => {
  const contact = (more: Record<string, string>, mode: Mode = 'serve') =>
    configure(mode, { ...safe, ...more }).securityContact;
  expect(contact({})).toBeUndefined();
  expect(contact({}, 'demonstration')).toBeUndefined();
  expect(contact({ CONTACT_EMAIL: 'a@b.example' })).toBe('mailto:a@b.example');
  expect(contact({ CONTACT_EMAIL: 'a@b.example', CONTACT_SECURITY: 'https://b.example/melden' })).toBe(
    'https://b.example/melden',
  );
  for (const wrong of ['http://b.example', 'Wij <a@b.example>', 'https://a@b.example', 'b.example'])
    expect(faultsOf('serve', { ...safe, CONTACT_SECURITY: wrong })).toEqual([
      expect.stringContaining('CONTACT_SECURITY:'),
    ]);
});

it('judges where it can listen together with everything else, and names each fault at once', async () => {
  const faults = async (mode: Mode, environment: Record<string, string>): Promise<string[]> => {
    const error: unknown = await configureToListen(mode, environment).catch((thrown: unknown) => thrown);
    return error instanceof BadConfiguration ? error.faults : [];
  };
  expect(await faults('serve', { ...safe, HOST: '::1', METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' })).toEqual([]);
  const demonstration = { SESSION_SECRET: 'short', DEMONSTRATION_OPEN: 'ja', HOST: '192.0.2.1', PORT: 'many' };
  expect((await faults('demonstration', demonstration)).map((fault) => fault.slice(0, 35))).toEqual([
    'HOST: 192.0.2.1 is geen adres van d',
    'PORT: kies een poort van 0 tot en m',
    'DEMONSTRATION_OPEN: zet yes, of laa',
    'HOST: de demonstratie luistert alle',
    expect.stringContaining('BASE_URL'),
    expect.stringContaining('SESSION_SECRET'),
  ]);
  const metrics = { ...safe, BASE_URL: '', METRICS_HOST: '256.1.1.1' };
  expect(await faults('serve', { ...metrics, METRICS_PORT: '9464' })).toEqual([
    'METRICS_HOST: 256.1.1.1 is geen adres van deze machine; neem 127.0.0.1, of een ander adres van haar',
    expect.stringContaining('BASE_URL'),
  ]);
  expect(await faults('serve', metrics)).toEqual([expect.stringContaining('BASE_URL')]); // nothing listens there
});

describe('mail', () => {
  const having = (SMTP_URL: string, MAIL_FROM = 'Sluis <sluis@sluis.example>') => ({ ...safe, SMTP_URL, MAIL_FROM });

  it('goes to the server that is named, encrypted unless it stays on this machine, in the name that is said', () => {
    expect(configure('serve', safe).mail).toBeUndefined();
    const { mail } = configure('serve', having('smtp://sluis:ge%2Fheim@mail.gemeente.example:587'));
    expect(mail).toMatchObject({ mustEncrypt: true, from: { name: 'Sluis', address: 'sluis@sluis.example' } });
    expect(configure('serve', having('smtp://127.0.0.1:25')).mail?.mustEncrypt).toBe(false);
    expect(configure('serve', having('smtp://relay.intern.example:25?tls=no')).mail?.mustEncrypt).toBe(false);
    const bare = configure('serve', having('smtps://mail.gemeente.example', 'post@sluis.example')).mail;
    expect(bare?.from).toEqual({ name: 'Sluis', address: 'post@sluis.example' });
  });

  it.each([
    [{ SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM: noem het adres'],
    [{ MAIL_FROM: 'sluis@sluis.example' }, 'SMTP_URL: noem de server'],
    [having('mail.example:587'), 'SMTP_URL: schrijf smtp://'],
    [having('https://mail.example'), 'SMTP_URL: schrijf smtp://'],
    [having('smtp://mail.example/?requireTLS=false'), 'SMTP_URL: schrijf smtp://'],
    [having('smtp://naam:geheim@mail.example:25?tls=no'), 'SMTP_URL: laat ?tls=no weg'],
    [having('smtp://mail.example', 'geen adres'), 'MAIL_FROM: zet één e-mailadres'],
    [having('smtp://mail.example', 'A <a@b.nl>, B <b@b.nl>'), 'MAIL_FROM: zet één e-mailadres'],
  ])('%j is a fault', (more, said) => {
    expect(faultsOf('serve', { ...safe, ...more })).toEqual([expect.stringContaining(said)]);
  });
});
