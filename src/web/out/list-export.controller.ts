// The lists over all dossiers that people take along: how each goes, and what they and others have to do.
import { Get, Param } from '@nestjs/common';
import type { Listed } from '../../app/readings.js';
import { Turns } from '../../app/turns.js';
import type { InSteps } from '../../domain/fold/in-steps.js';
import type { KnownPerson } from '../../domain/people.js';
import type { Sender } from '../../domain/security/entries.js';
import { damagedTitle, type DamagedDossier } from '../../domain/views/damaged-view.js';
import { overviewView, type OverviewView } from '../../domain/views/overview-view.js';
import type { Answer } from '../../http/answer.js';
import { wordingAsked } from '../../http/language.js';
import { QueryParam } from '../../http/page/asked.js';
import { PageController } from '../../http/page/page-controller.js';
import { ReaderParam, SenderParam } from '../../http/parameters.js';
import { Places } from '../../http/places.js';
import { Clock } from '../../store/process/clock.js';
import type { Wording } from '../../wording/wording.js';
import { askedIn, Exports, type Export } from './exports.js';
import { askedOverview, OverviewLists, partiesOf } from '../lists/overview-list.js';
import { askedTasks, chosenTasks } from '../pages/lists/task-choice.js';
import type { OwnTask } from '../pages/lists/tasks.js';
import type { Awaited } from '../pages/lists/waiting.js';
import { listingOf, withNotCounting, type Listing } from './sheets.js';
import { follows, tasksOf } from '../lists/tasks-of.js';

/** So many dossiers are in one file; it says when there are more. */
const dossiersMax = 2_000;

const lists = { trajecten: null, taken: null };

@PageController('export')
export class ListExportController {
  constructor(
    private readonly clock: Clock,
    private readonly lists: OverviewLists,
    private readonly turns: Turns,
    private readonly places: Places,
    private readonly exports: Exports,
  ) {}

  /** @throws Refusal unknown-path */
  @Get(':file')
  async one(
    @ReaderParam() person: KnownPerson,
    @SenderParam() sender: Sender,
    @Param('file') file: string,
    @QueryParam() query: Query,
  ): Promise<Answer> {
    const { list, format } = askedIn(file, lists);
    const { notes, making } = await (list === 'trajecten' ? this.dossiers(person, query) : this.tasks(person, query));
    const asked: Export = {
      ...{ list, format, person, sender, title: null, what: `${list}.${format}`, knownAt: null },
      ...{ standOn: this.clock.today(), notes },
    };
    return this.exports.answer(asked, making);
  }

  private async dossiers(person: KnownPerson, query: Query): Promise<Made> {
    const wording = wordingAsked();
    const { overviewWords } = wording;
    const today = this.clock.today();
    const choice = askedOverview(query, person, today);
    const { all, chosen, isCut } = await this.lists.chosen(person, choice, today, dossiersMax);
    const filter = overviewWords.filters[choice.toon];
    const notes = [...cutNotes(isCut, wording), ...filterNotes(choice, filter, chosen.length, all.length, wording)];
    return { notes, making: dossiersSheet(chosen, wording) };
  }

  private async tasks(person: KnownPerson, query: Query): Promise<Made> {
    const wording = wordingAsked();
    const { found, isCut } = await this.inTurn(person);
    const added = await this.places.turnsFor(person);
    const inTurn = found.flatMap(({ reading }) => reading ?? []);
    const today = this.clock.today();
    const { todo, waiting } = tasksOf(person, { inTurn, added, seen: [] }, today, wording);
    const following = follows(person, today);
    const tasks = { todo, waiting: following ? waiting : [] }; // as the page has it
    const choice = askedTasks(query, { follows: following, parties: partiesOf(person, today) });
    const kept = { todo: chosenTasks(tasks.todo, choice), waiting: chosenTasks(tasks.waiting, choice) };
    const filter = wording.taskListWords.filters[choice.toon];
    const notes = [...cutNotes(isCut, wording), ...filterNotes(choice, filter, countOf(kept), countOf(tasks), wording)];
    return { notes, making: tasksSheet(kept, wording) };
  }

  /** Where it may be somebody's turn, of whoever it is. */
  private async inTurn(person: KnownPerson): Promise<Found> {
    const added = await this.places.turnsFor(person);
    const found: Listed[] = [];
    for (let after: { startedOn: string; id: string } | null = { startedOn: '', id: '' }; after !== null;) {
      const { listed, next } = await this.turns.dossiers(person, { own: false, added, after });
      found.push(...listed);
      if (found.length >= dossiersMax) return { found, isCut: next !== null };
      after = next;
    }
    return { found, isCut: false };
  }
}

type Query = Record<string, string | undefined>;

/** A list on its way to a file, and what must be known of it. */
interface Made {
  notes: string[];
  making: InSteps<Listing>;
}

interface Found {
  found: Listed[];
  isCut: boolean;
}

type Shown = OverviewView | DamagedDossier;
type Stood = NonNullable<OverviewView['running'][number]['stand']>;

function* dossiersSheet(all: readonly Listed[], wording: Wording): InSteps<Listing> {
  const { out, overview, latenessWords, stateWords, dossierPage } = wording;
  const shown: Shown[] = [];
  for (const { reading, damaged } of all) {
    shown.push(reading ? overviewView(reading) : damaged);
    yield;
  }
  const stands = ({ decided, electorate, notCounting }: Stood): string =>
    withNotCounting(`${decided} ${dossierPage.decided(decided, electorate)}`, notCounting, wording);
  const running = ({ running: phases }: OverviewView): string =>
    phases.map(({ title, stand }) => (stand ? `${title}: ${stands(stand)}` : title)).join('\n');
  const of =
    <T>(tell: (row: OverviewView) => T) =>
    (row: Shown) =>
      'before' in row ? null : tell(row);
  return listingOf<Shown>(
    [
      [out.heads.dossier, (row) => ('before' in row ? damagedTitle(row) : row.title)],
      [out.heads.state, (row) => ('before' in row ? overview.damaged(row.sequence) : stateWords[row.state])],
      [out.heads.running, of(running)],
      [out.heads.next, of(({ next }) => next), 'day'],
      [out.heads.pace, of(({ late, pace }) => (late ? latenessWords.mark(late.days) : overview.paces[pace]))],
      [out.heads.phase, of(({ late }) => late?.title ?? null)],
    ],
    shown,
  );
}

const cutNotes = (isCut: boolean, { out }: Wording): string[] => (isCut ? [out.first(dossiersMax)] : []);

/** What the file says of the filter under which it was made: nothing where everything is in it. */
function filterNotes(
  { toon, isUnknown }: { toon: string; isUnknown: boolean },
  filter: string,
  kept: number,
  all: number,
  { listChoiceWords }: Wording,
): string[] {
  if (isUnknown) return [listChoiceWords.unknown];
  return toon === 'alles' ? [] : [listChoiceWords.filtered(filter, kept, all)];
}

const countOf = ({ todo, waiting }: Both): number => todo.length + waiting.length;

interface Both {
  todo: OwnTask[];
  waiting: Awaited[];
}

function* tasksSheet(tasks: Both, { out }: Wording): InSteps<Listing> {
  const all = [
    ...tasks.todo.map((task) => ({ task, what: task.label, who: out.mine })),
    ...tasks.waiting.map((task) => ({ task, ...task.waits })),
  ];
  yield;
  return listingOf<(typeof all)[number]>(
    [
      [out.heads.task, ({ what }) => what],
      [out.heads.dossier, ({ task }) => task.dossier],
      [out.heads.due, ({ task }) => task.day, 'day'],
      [out.heads.whose, ({ who }) => who],
    ],
    all,
  );
}
