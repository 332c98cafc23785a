// Beside the letter of the demonstration: a dossier for each other kind of gate, to look at. Everything in them is invented, and
// says so. They are added when somebody asks for them, so that the first thing one sees is one story.
import { Injectable } from '@nestjs/common';
import type { CommandName, PayloadOf, PlaceOf } from '../domain/commands/commands.js';
import { Refusal } from '../domain/refusal.js';
import type { Day, DossierId, Slug } from '../domain/vocabulary.js';
import type { Caller } from '../store/caller.js';
import { Directory } from '../store/directory.js';
import { Configuration } from '../store/process/configuration.js';
import { saveSetting, setting } from '../store/settings.js';
import { UnitOfWork } from '../store/unit-of-work.js';
import { examples as titles } from '../wording/out/demonstration.js';
import { demonstrationEmail, demonstrationPlaces, marker } from './demonstration.js';
import { Dossiers, type CommandBatch } from './dossiers.js';

const examplesMark = 'demonstration-examples';

/** Everything is of a day before the morning on which the demonstration begins. */
const begun = '2024-01-15';

@Injectable()
export class DemonstrationExamples {
  constructor(
    private readonly configuration: Configuration,
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly dossiers: Dossiers,
  ) {}

  /** Whether they can be added: in a demonstration that has none. */
  async areLacking(): Promise<boolean> {
    if (this.configuration.mode !== 'demonstration') return false;
    return (await setting(this.work.reading.manager, examplesMark)) === null;
  }

  /** Adds them all, or none; asked twice they are there once. @throws Refusal unknown-path outside a demonstration */
  async add(): Promise<void> {
    if (this.configuration.mode !== 'demonstration') throw new Refusal('unknown-path');
    const people = new Map<string, Caller>();
    for (const name of ['kwartiermaker', 'voorzitter', ...demonstrationPlaces.flatMap(recordersOf)]) {
      const person = await this.directory.known(demonstrationEmail(name));
      if (!person) throw new Refusal('unknown-person');
      people.set(name, { person, key: null, ifMatch: null });
    }
    await this.dossiers.inOneTransaction(async (batch) => {
      if ((await setting(batch.manager, examplesMark)) !== null) return;
      await saveSetting(batch.manager, examplesMark, 'added');
      for (const story of stories) await story.play(await Example.start(batch, people, story));
    });
  }
}

const recordersOf = (place: string): string[] => [`secretaris.${place}`, `griffier.${place}`];

/** How the bodies of a kind speak: through whom, and what they say who are for. */
const speakers = {
  college: { who: 'secretaris', favour: 'agree' },
  raad: { who: 'griffier', favour: 'no-view' },
} as const;

type Said = Omit<PayloadOf<'record-decision'>, 'body'>;

/** One dossier while it is played. */
class Example {
  private constructor(
    private readonly batch: CommandBatch,
    private readonly people: ReadonlyMap<string, Caller>,
    private readonly id: DossierId,
  ) {}

  static async start(batch: CommandBatch, people: ReadonlyMap<string, Caller>, story: Story): Promise<Example> {
    const { workflow, title, isOpen } = story;
    const parties = isOpen ? { parties: [...demonstrationPlaces] } : {};
    const lead = callerIn(people, 'kwartiermaker');
    const { reading } = await batch.start(lead, { payload: { workflow, title, startedOn: begun, ...parties } });
    return new Example(batch, people, reading.dossier.id);
  }

  /** Phases without a gate, started and completed. */
  async done(...phases: Slug[]): Promise<void> {
    for (const phase of phases) {
      await this.give('start-phase', 'kwartiermaker', { phase }, { on: begun });
      await this.give('complete-phase', 'kwartiermaker', { phase }, { on: begun });
    }
  }

  async put(gate: Slug, on: Day, more: Omit<PayloadOf<'submit-gate'>, 'on'> = {}): Promise<void> {
    await this.give('start-phase', 'kwartiermaker', { phase: gate }, { on });
    await this.give('submit-gate', 'kwartiermaker', { gate }, { on, ...more });
  }

  /** What its plan has for other years is planned for this one. */
  async plan(until: Day, phases: readonly Slug[]): Promise<void> {
    for (const phase of phases)
      await this.give(
        'plan-phase',
        'kwartiermaker',
        { phase },
        { on: begun, from: begun, until, reason: titles.planned },
      );
  }

  /** The councils of these places received it. */
  async received(gate: Slug, places: readonly string[], on: Day): Promise<void> {
    for (const place of places)
      await this.give('record-receipt', 'kwartiermaker', { gate }, { body: `${place}/raad`, on });
  }

  /** The bodies of these places say the same. */
  async say(gate: Slug, kind: keyof typeof speakers, places: readonly string[], said: Said): Promise<void> {
    for (const place of places) {
      const payload = { body: `${place}/${kind}`, reference: marker, ...said };
      await this.give('record-decision', `${speakers[kind].who}.${place}`, { gate }, payload);
    }
  }

  /** All are for, and the chair concludes a go. */
  async pass(gate: Slug, kind: keyof typeof speakers, on: { put: Day; decided: Day; ruled: Day }): Promise<void> {
    await this.put(gate, on.put);
    await this.say(gate, kind, demonstrationPlaces, { decision: speakers[kind].favour, decidedOn: on.decided });
    await this.give('rule-gate', 'voorzitter', { gate }, { ruling: 'go', ruledOn: on.ruled });
  }

  private async give<N extends CommandName>(
    name: N,
    who: string,
    place: PlaceOf<N>,
    payload: PayloadOf<N>,
  ): Promise<void> {
    await this.batch.give(name, callerIn(this.people, who), this.id, place, { payload });
  }
}

function callerIn(people: ReadonlyMap<string, Caller>, name: string): Caller {
  const found = people.get(name);
  if (!found) throw new Error(`the demonstration has no account ${name}`);
  return found;
}

interface Story {
  workflow: Slug;
  title: string;
  /** Whether its plan leaves open who takes part. */
  isOpen: boolean;
  play(example: Example): Promise<void>;
}

const places = (from: number, until: number): readonly string[] => demonstrationPlaces.slice(from, until);

const released = { put: '2024-01-16', decided: '2024-01-23', ruled: '2024-01-29' };

const stories: readonly Story[] = [
  {
    workflow: 'drenthe-inkoop-2017',
    title: titles.choice,
    isOpen: false,
    async play(example) {
      await example.plan('2024-12-31', ['besluit', 'inkoop']);
      await example.done('kader', 'subregio');
      await example.put('besluit', '2024-03-18', { replyBy: '2024-05-21' });
      const said = { decision: 'agree', decidedOn: '2024-04-09' } as const;
      await example.say('besluit', 'college', places(0, 5), { ...said, option: 'noord-en-midden' });
      await example.say('besluit', 'college', places(5, 9), { ...said, option: 'zuid' });
    },
  },
  {
    workflow: 'wgr-collegeregeling',
    title: titles.response,
    isOpen: true,
    async play(example) {
      await example.pass('vrijgave', 'college', { put: '2024-02-12', decided: '2024-03-05', ruled: '2024-03-11' });
      await example.put('zienswijze', '2024-03-18');
      await example.received('zienswijze', places(0, 9), '2024-03-20');
      await example.say('zienswijze', 'raad', places(0, 3), { decision: 'no-view', decidedOn: '2024-04-16' });
      await example.say('zienswijze', 'raad', places(3, 5), {
        decision: 'view',
        tenor: 'with-recommendations',
        points: [titles.point],
        decidedOn: '2024-04-18',
      });
    },
  },
  {
    workflow: 'wgr-collegeregeling',
    title: titles.consent,
    isOpen: true,
    async play(example) {
      await example.pass('vrijgave', 'college', released);
      await example.pass('zienswijze', 'raad', { put: '2024-01-30', decided: '2024-02-20', ruled: '2024-02-26' });
      await example.pass('reactienota', 'college', { put: '2024-02-27', decided: '2024-03-12', ruled: '2024-03-18' });
      await example.put('toestemming', '2024-03-19', { replyBy: '2024-06-30' });
      await example.say('toestemming', 'raad', places(0, 8), { decision: 'consent', decidedOn: '2024-04-16' });
    },
  },
  {
    workflow: 'regiovisie',
    title: titles.adoption,
    isOpen: true,
    async play(example) {
      await example.done('gesprekken');
      await example.pass('concept', 'college', released);
      await example.put('vaststelling', '2024-03-04', { replyBy: '2024-06-30' });
      await example.say('vaststelling', 'raad', places(0, 4), { decision: 'adopt', decidedOn: '2024-04-16' });
      await example.say('vaststelling', 'raad', places(4, 5), {
        decision: 'adopt-amended',
        text: titles.amendment,
        decidedOn: '2024-04-18',
      });
    },
  },
  {
    workflow: 'transformatieakkoord-drenthe',
    title: titles.signature,
    isOpen: false,
    async play(example) {
      await example.plan('2024-12-31', ['ondertekening', 'analyse', 'programma', 'monitoring', 'informeren']);
      await example.done('commitment', 'concept');
      await example.put('ondertekening', '2024-03-18', { replyBy: '2024-05-31' });
      await example.say('ondertekening', 'college', places(0, 8), { decision: 'signed', decidedOn: '2024-04-15' });
    },
  },
];
