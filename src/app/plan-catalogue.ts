// What is found by being there: rules in domain/rules, workflows in workflows/. One file is one rule, one version.
import { readdir } from 'node:fs/promises';
import { Municipalities } from '../domain/municipalities.js';
import type { RuleCatalogue, RuleKind } from '../domain/rule.js';
import { partyOf } from '../domain/permissions.js';
import { invalid, Refusal } from '../domain/refusal.js';
import type { NamedParties, NamedConsultation } from '../domain/workflow/open-parties.js';
import { restored } from '../domain/workflow/fields.js';
import { planWith, publish, UnsoundWorkflow, type Plan, type Plans } from '../domain/workflow/plan.js';
import { boardOf } from '../domain/workflow/with-parties.js';
import type { Body, Workflow } from '../domain/workflow/workflow.js';
import type { BodyId, Hex, Slug } from '../domain/vocabulary.js';
import { canonical } from '../store/canonical.js';
import { sha256 } from '../store/seal.js';
import type { Configuration } from '../store/process/configuration.js';
import { Mendable } from '../store/process/mendable.js';
import { ProvenPlans } from './proofs.js';
import { failedChecks } from '../wording/gates/plan-faults.js';
import { files } from '../wording/shell/start.js';

/** A workflow file that cannot be used: names the file, every fault and its cure. */
export class WorkflowFileError extends Mendable {
  constructor(file: string, faults: string) {
    super(files.wrong(file, faults));
  }
}

const rulesFolder = new URL('../domain/rules/', import.meta.url);
export const shippedWorkflows = new URL('../../workflows/', import.meta.url);

export async function loadRules(): Promise<RuleCatalogue> {
  const catalogue = new Map<Slug, RuleKind>();
  for (const { file, content } of await defaultsIn(rulesFolder)) {
    const kind = content as RuleKind; // what a file in that folder is for
    const expected = file.replace(/\.[jt]s$/, '');
    if (kind.name !== expected) throw new Error(`domain/rules/${file} defines the rule "${kind.name}"`);
    catalogue.set(kind.name, kind);
  }
  return catalogue;
}

/**
 * Publishes every workflow in these folders.
 * @throws WorkflowFileError for the first file that does not check
 */
export async function loadPlans(folders: URL[]): Promise<PlanCatalogue> {
  const rules = await loadRules();
  const proven = ProvenPlans.read();
  const plans: Plan[] = [];
  for (const folder of folders) {
    for (const { file, content } of await defaultsIn(folder)) {
      const plan = publishOnce(file, content as Workflow, rules, proven); // what a file in that folder is for; then checked
      const { id, version } = plan.workflow;
      const twin = plans.find(({ workflow }) => workflow.id === id && workflow.version === version);
      if (twin) throw new WorkflowFileError(file, files.twin(id, version));
      plans.push(plan);
    }
  }
  proven.keep();
  return new PlanCatalogue(plans);
}

const published = new WeakMap<Workflow, Plan>();

/** Node loads a file once in a process, so its plan is published once. */
function publishOnce(file: string, workflow: Workflow, rules: RuleCatalogue, proven: ProvenPlans): Plan {
  const plan = published.get(workflow) ?? publishFile(file, workflow, rules, proven);
  published.set(workflow, plan);
  proven.add(plan.hash, plan.checks);
  return plan;
}

/** @throws WorkflowFileError */
export function publishFile(file: string, workflow: Workflow, rules: RuleCatalogue, proven?: ProvenPlans): Plan {
  const expected = `${workflow.id}.v${workflow.version}`;
  if (file.replace(/\.[jt]s$/, '') !== expected) throw new WorkflowFileError(file, files.misnamed(expected));
  try {
    const text = planText(workflow);
    const hash = sha256(text);
    return publish(restored(text), hash, rules, proven?.of(hash));
  } catch (error) {
    if (error instanceof UnsoundWorkflow) throw new WorkflowFileError(file, failedChecks(error.checks));
    throw error;
  }
}

/** So many plans over named parties are kept; the one that was asked for longest ago goes first. */
const namedMax = 200;

/** The plans: those of the files that serve, and those that dossiers carry. */
export class PlanCatalogue implements Plans {
  private readonly named = new Map<Hex, Plan>();
  private readonly byHash: ReadonlyMap<Hex, Plan>;

  /**
   * @param offered plans of files: a dossier can be started on them, or migrated to them
   * @param stored plans that dossiers carry
   * @param barred plans of files that were changed after dossiers began with them
   * @param register the municipalities; none where nobody asks for them
   */
  constructor(
    private readonly offered: readonly Plan[],
    private readonly stored: readonly Plan[] = [],
    private readonly barred: readonly Plan[] = [],
    readonly register = new Municipalities([]),
  ) {
    this.byHash = new Map([...offered, ...stored].map((plan) => [plan.hash, plan]));
  }

  /** Every plan, also those that only dossiers carry; of each version of a workflow one. */
  all(): readonly Plan[] {
    const isOffered = ({ workflow: { id, version } }: Plan) => this.versions(id).some(hasVersion(version));
    return [...this.offered, ...this.stored.filter((plan) => !isOffered(plan))];
  }

  carried(hash: Hex): Plan | undefined {
    return this.byHash.get(hash);
  }

  /** What is offered of each workflow to whoever asks for no version, by id. */
  newest(): Plan[] {
    return this.ids().flatMap((id) => this.newestOf(id) ?? []);
  }

  /** None while a newer file is barred: nobody gets an older plan than they think. */
  newestOf(id: Slug): Plan | undefined {
    const [newest] = this.versions(id);
    const isNewer = ({ workflow }: Plan) => workflow.id === id && workflow.version > (newest?.workflow.version ?? 0);
    return this.barred.some(isNewer) ? undefined : newest;
  }

  ids(): Slug[] {
    return [...new Set(this.offered.map(({ workflow }) => workflow.id))].sort();
  }

  versions(id: Slug): Plan[] {
    return versionsIn(this.offered, id);
  }

  /** As versions, with those that only dossiers carry. */
  everyVersion(id: Slug): Plan[] {
    return versionsIn(this.all(), id);
  }

  find(id: Slug, version: number): Plan | undefined {
    return this.everyVersion(id).find(hasVersion(version));
  }

  /**
   * The asked version, or the newest.
   * @throws Refusal unknown-workflow; validation for a version that there is not, at `pointer`
   */
  get(id: Slug, version: number | undefined, pointer: string): Plan {
    const versions = this.everyVersion(id);
    if (versions.length === 0) throw new Refusal('unknown-workflow', { exists: this.ids() });
    const found = version === undefined ? versions[0] : versions.find(hasVersion(version));
    const allowed = versions.map((plan) => String(plan.workflow.version));
    if (!found) throw invalid([{ pointer, code: 'unknown-workflow', allowed }]);
    return found;
  }

  /** Every body of every workflow, but for those that only stand in for others. */
  bodies(): Map<BodyId, Body> {
    const named = new Map(this.all().flatMap((plan) => [...plan.bodies].filter(([, body]) => !standsIn(plan, body))));
    const consultations = [...named.keys()].flatMap((id) => this.consultation(id) ?? []);
    const boards = this.all().flatMap((plan) =>
      [...plan.bodies.values()].filter((body) => standsIn(plan, body) === 'board'),
    );
    const founded = boards.flatMap((board) => consultations.map((one) => boardOf(board, one)));
    return new Map([...founded.map((body): [BodyId, Body] => [body.id, body]), ...named]);
  }

  /** A consultation as it is called in the workflows that name it. */
  consultation(id: BodyId): NamedConsultation | undefined {
    for (const plan of this.all()) {
      const body = plan.bodies.get(id);
      if (body?.kind !== 'consultation' || standsIn(plan, body)) continue;
      const party = plan.workflow.parties.find((one) => one.id === body.party);
      return { id, title: body.title, region: party?.title ?? body.party };
    }
    return undefined;
  }

  /** The plan of a dossier: as it was published, or over the parties that were named at its start. */
  planFor(plan: Plan, named: NamedParties | undefined): Plan {
    if (!named) return plan;
    const key = sha256(canonical([plan.hash, named]));
    const known = this.named.get(key) ?? planWith(plan, named);
    this.named.delete(key);
    this.named.set(key, known); // the newest asked for stands last
    const [oldest] = this.named.keys();
    if (this.named.size > namedMax && oldest !== undefined) this.named.delete(oldest);
    return known;
  }
}

/** Whether a body of an open plan only stands in for bodies that are named at the start. */
function standsIn({ workflow: { open } }: Plan, { id, party, kind }: Body): 'board' | boolean {
  if (open === undefined) return false;
  if (kind === 'board' && party === partyOf(open.consultation)) return 'board';
  return id === open.consultation || party === open.municipality;
}

const hasVersion =
  (version: number) =>
  ({ workflow }: Plan): boolean =>
    workflow.version === version;

/** The newest first. */
const versionsIn = (plans: readonly Plan[], id: Slug): Plan[] =>
  plans.filter(({ workflow }) => workflow.id === id).sort((a, b) => b.workflow.version - a.workflow.version);

/** The canonical form of a workflow, which its hash is of; what is absent is left out. */
export const planText = (workflow: Workflow): string =>
  canonical(JSON.parse(JSON.stringify(workflow, (_, value: unknown) => value ?? undefined)));

async function defaultsIn(folder: URL): Promise<{ file: string; content: unknown }[]> {
  const names = (await readdir(folder)).filter((file) => /(?<!\.d)\.[jt]s$/.test(file)).sort();
  const found: { file: string; content: unknown }[] = [];
  for (const file of names) {
    const module = (await import(new URL(file, folder).href)) as { default?: unknown };
    if (module.default === undefined) throw new Error(`${file} has no default export`);
    found.push({ file, content: module.default });
  }
  return found;
}

/** The plans of the files alone, whatever dossiers carry. */
export class PlanFiles {
  constructor(readonly catalogue: PlanCatalogue) {}

  /** @throws WorkflowFileError */
  static async load({ workflows = [] }: Configuration): Promise<PlanFiles> {
    return new PlanFiles(await loadPlans([shippedWorkflows, ...workflows]));
  }
}
