// What the environment may say, and that every fault of it is named at once.
import { BadConfiguration, configure, type Mode } from '../../src/store/process/configuration.js';

const faultsOf = (mode: Mode, environment: Record<string, string>): string[] => {
  try {
    configure(mode, environment);
  } catch (error) {
    if (error instanceof BadConfiguration) return error.faults;
    throw error;
  }
  return [];
};

const safe = { BASE_URL: 'https://sluis.example', SESSION_SECRET: 'x'.repeat(32) };

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
