// How often a wrong password may be tried, and who is never in the way of whom.
import fc from 'fast-check';
import { Refusal } from '../../src/domain/refusal.js';
import { Throttle, type Attempt } from '../../src/identity/throttle.js';
import { networkOf } from '../../src/store/network.js';

const attempt = (change: Partial<Attempt> = {}): Attempt => ({
  account: 'sara@gemeente.example',
  address: '192.0.2.1',
  device: null,
  ...change,
});

let throttle: Throttle;
let judged = 0;

beforeEach(() => {
  throttle = new Throttle();
  judged = 0;
});

/** What becomes of an attempt: it was right, wrong, or refused unseen. */
async function tries(right: boolean, change?: Partial<Attempt>): Promise<string> {
  try {
    const fits = await throttle.judge(attempt(change), async () => {
      judged++;
      await new Promise((done) => setImmediate(done));
      return right;
    });
    return fits ? 'in' : 'wrong';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const wrongly = (times: number, change?: (i: number) => Partial<Attempt>): Promise<string[]> =>
  Promise.all(Array.from({ length: times }, (_, i) => tries(false, change?.(i))));

const counted = (all: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};

describe('wrong passwords', () => {
  it('are judged five times a minute from one address on one account, also all at once', async () => {
    expect(counted(await wrongly(30))).toEqual({ wrong: 5, 'too-many': 25 });
    expect(judged).toBe(5);
  });

  it('never count while they are right: eighty at once all get in, and from one address as many accounts', async () => {
    const all = await Promise.all(Array.from({ length: 80 }, (_, i) => tries(true, { account: `${i % 9}` })));
    expect(counted(all)).toEqual({ in: 80 });
  });

  it('cost nothing when they are refused unseen: an address has as many left as were judged', async () => {
    await wrongly(100);
    expect(counted(await wrongly(30, (i) => ({ account: `${i}` })))).toEqual({ wrong: 15, 'too-many': 15 });
  });

  it('are twenty a minute on one account, from wherever, and twenty from one address', async () => {
    expect(counted(await wrongly(30, (i) => ({ address: `192.0.2.${i}` })))).toEqual({ wrong: 20, 'too-many': 10 });
    const other = '198.51.100.7';
    expect(counted(await wrongly(30, (i) => ({ address: other, account: `${i}` })))).toEqual({
      wrong: 20,
      'too-many': 10,
    });
  });

  it('are counted for a /64 of IPv6 as for one address', async () => {
    const rotating = (i: number) => ({ address: `2001:db8:1:2:${i.toString(16)}::1` });
    expect(counted(await wrongly(60, rotating))).toEqual({ wrong: 5, 'too-many': 55 });
    expect(await tries(true, { address: '2001:db8:1:3::1' })).toBe('in');
  });
});

describe('who has the account', () => {
  it('gets in from another address while a stranger tries', async () => {
    await wrongly(6, () => ({ address: '203.0.113.9' }));
    expect(await tries(true)).toBe('in');
  });

  it('gets in from where they got in before, or by their browser, whatever many strangers try', async () => {
    expect(await tries(true)).toBe('in');
    await wrongly(60, (i) => ({ address: `203.0.113.${i}` }));
    expect(await tries(true, { address: '198.51.100.7' })).toBe('too-many'); // from nowhere that is known
    expect(await tries(true)).toBe('in');
    await wrongly(60); // also from their own address
    expect(await tries(true, { device: 'their browser' })).toBe('in');
  });

  it('guesses in a browser of theirs no more than anywhere else', async () => {
    expect(counted(await wrongly(8, () => ({ device: 'their browser' })))).toEqual({ wrong: 5, 'too-many': 3 });
    expect(await tries(true)).toBe('in'); // and it counts for that browser alone
  });

  it('does not wait behind strangers', async () => {
    const crowd = Array.from({ length: 90 }, (_, i) => tries(false, { account: `${i}`, address: `192.0.2.${i}` }));
    await tries(true, { device: 'their browser' });
    expect(judged).toBeLessThan(10);
    await Promise.all(crowd);
  });
});

it('answers that it is busy where more wait than can be held', async () => {
  const crowd = await wrongly(150, (i) => ({ account: `${i}`, address: `192.0.2.${i}` }));
  expect(counted(crowd)).toEqual({ wrong: 101, busy: 49 });
});

describe('an address', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['::ffff:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0000:0000:ffff:0:0:1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['not an address', 'not an address'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('of IPv6 counts by its first four groups, however it is written', () => {
    const groups = fc.array(fc.integer({ min: 1, max: 0xffff }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(groups, fc.nat(6), fc.nat(2), (some, at, gap) => {
        const all = some.map((group, i) => (i >= at && i < at + gap ? 0 : group));
        const written = all.map((group) => group.toString(16).padStart(4, '0').toUpperCase());
        const network = `${all
          .slice(0, 4)
          .map((group) => group.toString(16))
          .join(':')}::/64`;
        const short = [...written.slice(0, at), '', ...written.slice(at + gap)].join(':').replace(/^:|:$/g, '::');
        expect(networkOf(written.join(':'))).toBe(network);
        if (gap > 1) expect(networkOf(short)).toBe(network);
      }),
    );
  });
});
