// Who may do what, for which body: one table, read by everything that asks and tested cell by cell over HTTP.
import { Refusal, refused } from './refusal.js';
import { roles, type BodyId, type Day, type Id, type LinkUse, type Role, type Slug } from './vocabulary.js';

/** A person's role for a body, from a day until a day, both included. */
export interface Assignment {
  role: Role;
  /** Null for administrators alone, who belong to no body. */
  body: BodyId | null;
  from: Day;
  until: Day | null;
}

export interface Person {
  id: Id;
  assignments: readonly Assignment[];
}

/** In which role, for which body, a person does something; it stands in every event. */
export interface Acting {
  person: Id;
  role: Role;
  body: BodyId | null;
  /** Where they did it by a link from a mail. */
  link?: LinkUse;
}

/**
 * How far a role reaches for one right.
 * own: for the body of the assignment alone · region: for every body of the dossiers of that region · all: everywhere
 */
export type Reach = 'never' | 'own' | 'region' | 'all';

const letters: Record<string, Reach> = { '-': 'never', o: 'own', R: 'region', A: 'all' };

// prettier-ignore
const table = {
  //                   process-lead
  //                   |  secretary
  //                   |  |  clerk
  //                   |  |  |  chair
  //                   |  |  |  |  deputy-chair
  //                   |  |  |  |  |  chair-secretary
  //                   |  |  |  |  |  |  contact
  //                   |  |  |  |  |  |  |  portfolio-holder
  //                   |  |  |  |  |  |  |  |  reader
  //                   |  |  |  |  |  |  |  |  |  administrator
  'start-dossier':    'R  -  -  -  -  -  -  -  -  -',
  'start-phase':      'R  -  -  -  -  -  -  -  -  -',
  'complete-phase':   'R  -  -  -  -  -  -  -  -  -',
  'rework-phase':     'R  -  -  -  -  -  -  -  -  -',
  'visit-body':       'R  -  -  -  -  -  -  -  -  -',
  'inform-body':      'R  o  o  -  -  -  o  -  -  -', // of any organ of their own municipality
  'record-publication':'R o  o  -  -  -  -  -  -  -', // of its own decision; of what was decided together the process lead
  'plan-phase':       'R  -  -  -  -  -  -  -  -  -',
  'record-meeting':   'R  -  -  -  -  -  -  -  -  -',
  'submit-gate':      'R  -  -  -  -  -  -  -  -  -',
  'withdraw-gate':    'R  -  -  -  -  -  -  -  -  -',
  'revise-proposal':  'R  -  -  -  -  -  -  -  -  -',
  'record-receipt':   'R  o  o  -  -  -  o  -  -  -',
  'schedule-item':    'R  o  o  -  -  -  o  -  -  -',
  'extend-term':      'R  -  -  o  o  -  -  -  -  -',
  'lay-paper':        'R  -  -  -  -  -  -  -  -  -',
  'upload-paper':     'R  o  o  o  o  -  -  -  -  -', // by who records what a paper goes with
  'state-criterion':  'R  -  -  -  -  -  -  -  -  -', // that the plan leaves to the region
  'state-as-chair':   '-  -  -  o  o  -  -  -  -  -',
  'state-for-body':   '-  o  o  -  -  -  -  -  -  -',
  'change-electorate':'-  -  -  o  o  -  -  -  -  -',
  'leave-gate':       '-  o  o  -  -  -  -  -  -  -', // by its own word
  'amend-rule':       '-  -  -  o  o  -  -  -  -  -',
  'notify-amendment': 'R  -  -  o  o  -  -  -  -  -',
  'record-decision':  'R  o  o  -  -  -  -  -  -  -',
  'correct-decision': '-  -  -  o  o  -  -  -  -  -', // what the region recorded; of a body's own word a proposal
  'record-mandate':   'R  o  o  -  -  -  -  -  -  -', // that it was given, and that it ended
  'confirm-decision': '-  o  o  -  -  -  -  -  -  -',
  'withdraw-decision':'-  o  o  -  -  -  -  -  -  -',
  'release-decision': '-  o  o  -  -  -  -  -  -  -',
  'adopt-list':       'R  o  o  -  -  -  -  -  -  -',
  'answer-point':     'R  -  -  -  -  -  -  -  -  -',
  'rule-gate':        '-  -  -  o  o  -  -  -  -  -',
  'split-gate':       '-  -  -  o  o  -  -  -  -  -',
  'reopen-gate':      '-  -  -  o  o  -  -  -  -  -',
  'settle-condition': '-  -  -  o  o  -  -  -  -  -', // adopted, carried, rejected
  'close-condition':  '-  o  o  -  -  -  -  -  -  -', // met, waived, disputed
  'meet-elaboration': 'R  o  o  -  -  -  -  -  -  -', // met, of a condition bij uitwerking
  'record-fact':      'R  -  -  -  -  -  -  -  -  -',
  'correct-fact':     'R  -  -  o  o  -  -  -  -  -', // of phases, meetings and submissions; others by who records them
  'merge-parties':    'R  -  -  -  -  -  -  -  -  -', // by the register alone
  'migrate-dossier':  '-  -  -  o  o  -  -  -  -  -',
  'stop-dossier':     '-  -  -  o  o  -  -  -  -  -',
  'read-dossier':     'R  o  o  o  o  o  o  o  R  -',
  'read-workflows':   'A  A  A  A  A  A  A  A  A  A',
  'manage-people':    '-  -  -  -  -  -  -  -  -  A',
};

export type Right = keyof typeof table;
export const rights = Object.keys(table) as Right[];

/** The table, a row for each right and a cell for each role. */
export const permissions = Object.fromEntries(
  Object.entries(table).map(([right, row]) => {
    const cells = row.split(/\s+/);
    return [right, Object.fromEntries(roles.map((role, i) => [role, letters[cells[i] ?? '']]))];
  }),
) as Record<Right, Record<Role, Reach>>; // the test reads every cell and fails on a missing one

/** What a right is asked for: whose dossier, and which bodies are concerned in it. */
export interface Target {
  /** The party of the bodies that rule. */
  region: Slug;
  /** The bodies of the dossiers, or the one body concerned; all of them where nobody said which. */
  concerns: (body: BodyId) => boolean;
  /** For whom it is recorded, where the right is that of another body. */
  recordsFor?: BodyId | undefined;
  /** The bodies that rule in it; who chairs one does not record for the own college. */
  rulingBodies: ReadonlySet<BodyId>;
}

const recording = new Set<Right>([
  'leave-gate',
  'record-decision',
  'correct-decision',
  'record-mandate',
  'confirm-decision',
  'withdraw-decision',
  'release-decision',
  'adopt-list',
  'close-condition',
  'meet-elaboration',
  'state-for-body',
  'record-publication',
]);

/**
 * In which role this person may do this today, or why not: not-your-role, not-your-body, assignment-not-valid. With
 * several, the one for the body itself goes before that of the region.
 */
export function roleFor(person: Person, right: Right, target: Target, today: Day): Acting | Refusal {
  let acting: Assignment | undefined;
  let fits = false;
  for (const assignment of person.assignments) {
    if (!reaches(assignment, right, target)) continue;
    fits = true;
    const better = acting === undefined || permissions[right][assignment.role] === 'own';
    if (better && isValid(assignment, today)) acting = assignment;
  }
  if (recording.has(right) && chairsOverOwn(person, target, today)) return new Refusal('not-your-role');
  if (acting) return { person: person.id, role: acting.role, body: acting.body };
  if (fits) return new Refusal('assignment-not-valid');
  const elsewhere = person.assignments.some((a) => isValid(a, today) && permissions[right][a.role] !== 'never');
  if (elsewhere) return new Refusal('not-your-body');
  const roles = (Object.keys(permissions[right]) as Role[]).filter((role) => permissions[right][role] !== 'never');
  return refused('not-your-role', { roles });
}

/**
 * In which role this person may do this today.
 * @throws Refusal
 */
export const authorise = (person: Person, right: Right, target: Target, today: Day): Acting =>
  firstAllowed([roleFor(person, right, target, today)], 'first');

/** Whether this person keeps people and their roles today. */
export const managesPeople = (person: Person, today: Day): boolean =>
  person.assignments.some((a) => permissions['manage-people'][a.role] === 'all' && isValid(a, today));

/**
 * In which role this person keeps people and their roles.
 * @throws Refusal 403
 */
export const mustManagePeople = (person: Person, today: Day): Acting =>
  authorise(person, 'manage-people', { region: '', concerns: () => false, rulingBodies: new Set() }, today);

/**
 * The first of these that is allowed.
 * @param told which refusal is told where none is
 * @throws Refusal
 */
export function firstAllowed(answers: readonly (Acting | Refusal)[], told: 'first' | 'last'): Acting {
  const allowed = answers.find((answer): answer is Acting => !(answer instanceof Refusal));
  if (allowed) return allowed;
  const refusals = answers.filter((answer) => answer instanceof Refusal);
  throw refusals.at(told === 'first' ? 0 : -1) ?? new Error('at least one right is asked for');
}

export const isValid = (assignment: Assignment, today: Day): boolean =>
  assignment.from <= today && (assignment.until === null || assignment.until >= today);

/** Whether this person has a role of that very body. */
export const belongsTo = (person: Person, body: BodyId, today: Day): boolean =>
  person.assignments.some((a) => a.body === body && isValid(a, today));

/** Whether this person records for that body as its own secretary or clerk. */
export const speaksFor = (person: Person, body: BodyId, today: Day): boolean =>
  person.assignments.some(
    (a) => a.body === body && (a.role === 'secretary' || a.role === 'clerk') && isValid(a, today),
  );

/** The party of a body: what stands before the slash. */
export const partyOf = (body: BodyId): Slug => body.slice(0, Math.max(0, body.indexOf('/')));

function reaches(assignment: Assignment, right: Right, target: Target): boolean {
  const reach = permissions[right][assignment.role];
  switch (reach) {
    case 'never':
      return false;
    case 'all':
      return true;
    case 'own':
      return assignment.body !== null && target.concerns(assignment.body);
    case 'region':
      return assignment.body !== null && partyOf(assignment.body) === target.region;
  }
}

/** Who chairs may not record for the own college: the one where this person holds any other role. */
function chairsOverOwn(person: Person, { rulingBodies, concerns, recordsFor }: Target, today: Day): boolean {
  const rules = (body: BodyId | null) => body !== null && rulingBodies.has(body);
  const chairs = ({ role, body }: Assignment) => (role === 'chair' || role === 'deputy-chair') && rules(body);
  const isFor = (body: BodyId) => (recordsFor === undefined ? concerns(body) : body === recordsFor);
  const isOwn = ({ body }: Assignment) => body !== null && !rules(body) && isFor(body);
  return (
    person.assignments.some((a) => chairs(a) && isValid(a, today)) &&
    person.assignments.some((a) => isOwn(a) && isValid(a, today))
  );
}
