// When the clock of the machine is believed: by the newest record, by when a server last ran here, and while it runs.
import fc from 'fast-check';
import { hour } from '../../src/store/process/clock.js';
import { aheadMax, behindMax, ClockTrust, jumpMax, type KnownTime } from '../../src/store/process/clock-trust.js';

const at = (milliseconds: number): string => new Date(milliseconds).toISOString();
const today = Date.parse('2026-11-28T09:00:00.000Z');
const in2036 = Date.parse('2036-01-15T09:00:00.000Z');

/** A machine of which both clocks can be moved. */
class Machine {
  private steadyAt = 7_000;
  readonly trust: ClockTrust;

  constructor(
    private wall: number,
    known: Partial<KnownTime> = {},
  ) {
    const time = { now: () => at(this.wall), steady: () => this.steadyAt };
    this.trust = new ClockTrust(time, { newest: null, seen: null, confirmed: null, ...known });
  }

  get why(): string | null {
    return this.trust.judge()?.why ?? null;
  }

  runs(milliseconds: number): this {
    this.wall += milliseconds;
    this.steadyAt += milliseconds;
    return this;
  }

  isSet(milliseconds: number): this {
    this.wall += milliseconds;
    return this;
  }

  confirm(newest: string | null): void {
    this.trust.confirm({ at: at(this.wall), by: 'beheer', newest });
  }
}

describe('at a start', () => {
  it.each<[string, Partial<KnownTime>, string | null]>([
    ['in an empty database it is believed', {}, null],
    ['as late as the newest record', { newest: at(today) }, null],
    ['a little behind it, as two machines are', { newest: at(today + behindMax) }, null],
    ['more than minutes behind it', { newest: at(today + behindMax + 1) }, 'behind'],
    ['ten years behind it (finding 9: a clock that was ahead)', { newest: at(in2036) }, 'behind'],
    ['long after the newest record', { newest: at(today - aheadMax - 1) }, 'ahead'],
    ['long after it, where a server was seen since', { newest: at(today - aheadMax - 1), seen: at(today - 1) }, null],
    ['after more than a year in which the server was off', { seen: at(today - aheadMax) }, null],
    ['absurdly long after the server was last seen', { seen: at(today - aheadMax - 1) }, 'ahead'],
    [
      'behind when it was last seen, and not behind what was recorded',
      { newest: at(today), seen: at(today + hour) },
      null,
    ],
  ])('%s', (_, known, why) => {
    expect(new Machine(today, known).why).toBe(why);
  });
});

describe('a confirmation', () => {
  const confirmed = (more: Partial<KnownTime> = {}) => {
    const machine = new Machine(today, { newest: at(in2036), seen: at(in2036), ...more });
    expect(machine.why).toBe('behind');
    machine.confirm(at(in2036));
    return machine;
  };

  it('lets a clock be believed that is behind a record from a time to come', () => {
    expect(confirmed().why).toBeNull();
    expect(confirmed().runs(40 * hour).why).toBeNull();
    const { trust } = confirmed();
    trust.recorded(at(in2036)); // the record never runs backwards
    expect(trust.judge()).toBeNull();
  });

  it('holds for that record alone: a later one, or a clock that goes back since, is doubted again', () => {
    const later = confirmed();
    later.trust.recorded(at(in2036 + hour));
    expect(later.why).toBe('behind');
    expect(confirmed().isSet(-2 * behindMax).why).toBe('behind');
  });

  it('was read at a start, too', () => {
    const known = {
      newest: at(in2036),
      seen: at(today),
      confirmed: { at: at(today), by: 'beheer', newest: at(in2036) },
    };
    expect(new Machine(today + hour, known).why).toBeNull();
    expect(new Machine(today - hour, known).why).toBe('behind');
    expect(new Machine(in2036, known).why).toBe('ahead');
  });

  it('is news once', () => {
    const { trust } = new Machine(today);
    const one = { at: at(today), by: 'beheer', newest: null };
    expect([trust.confirm(one), trust.confirm({ ...one })]).toEqual([true, false]);
  });
});

describe('while it runs', () => {
  it('is not believed after it was set forward, until it is set back or confirmed', () => {
    const machine = new Machine(today);
    expect(machine.why).toBeNull();
    expect(machine.runs(hour).isSet(jumpMax + 1).why).toBe('jumped');
    expect(machine.runs(hour).why).toBe('jumped');
    expect(machine.isSet(-jumpMax).why).toBeNull();
    expect(machine.runs(hour).isSet(2 * jumpMax).why).toBe('jumped');
    machine.confirm(null);
    expect(machine.why).toBeNull();
  });

  it('is not believed years later, nor behind what it recorded itself', () => {
    const machine = new Machine(today);
    expect(machine.why).toBeNull();
    machine.trust.recorded(at(today));
    expect(machine.isSet(in2036 - today).why).toBe('ahead');
    expect(machine.isSet(today - in2036).why).toBeNull();
    expect(machine.isSet(-behindMax - 1).why).toBe('behind');
    expect(machine.isSet(behindMax).why).toBeNull(); // set right again: no jump
  });

  it('is always believed by whatever steps it is drawn to the right time, and however long it sleeps', () => {
    const steps = fc.array(
      fc.record({ runs: fc.nat(30 * 24 * hour), drawn: fc.integer({ min: -60_000, max: 60_000 }) }),
    );
    fc.assert(
      fc.property(steps, (all) => {
        const machine = new Machine(today);
        for (const { runs, drawn } of all) {
          expect(machine.runs(runs).isSet(drawn).why).toBeNull();
          machine.trust.recorded(at(today));
        }
      }),
    );
  });
});
