// Stores the plan that a dossier takes up beside its record, and finds it again when Sluis opens. A plan file that was
// changed or removed since stops nothing: Sluis says so, and starts no new dossier with it.
import { Logger } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import type { RuleCatalogue } from '../domain/rule.js';
import { check } from '../domain/workflow/check.js';
import { restored } from '../domain/workflow/fields.js';
import { carriedPlan, type CarriedPlans, type Plan } from '../domain/workflow/plan.js';
import type { Hex } from '../domain/vocabulary.js';
import type { Connection } from '../store/connection.js';
import type { Database } from '../store/database.js';
import { dossiersOn, isStored, storedPlans, storePlan, storeText, type StoredPlan } from '../store/plans.js';
import { sha256 } from '../store/seal.js';
import type { Transaction, UnitOfWork } from '../store/unit-of-work.js';
import { files as words } from '../wording/shell/start.js';
import type { DossierCache } from './dossier-cache.js';
import { ProvenPlans } from './proofs.js';
import { loadRules, planText, PlanCatalogue, type PlanFiles } from './plan-catalogue.js';
import type { Registers } from './registers.js';

/** Stores the plan that a dossier takes up, in the transaction of the event that says so; nearly always it is there. */
export async function storeCarriedPlan(
  tx: Pick<Transaction, 'connection' | 'manager'>,
  plans: CarriedPlans,
  hash: Hex,
): Promise<void> {
  if (await isStored(tx.connection, hash)) return;
  const plan = plans.carried(hash);
  if (!plan) throw new Error(`a dossier takes up the plan ${hash}, which is not in the catalogue`);
  const { id: workflow, version } = plan.workflow;
  await storePlan(tx.manager, { hash, workflow, version, text: planText(plan.workflow) });
}

/** What became of the plans that the dossiers of one database carry. */
export class OpenedPlans {
  constructor(
    readonly catalogue: PlanCatalogue,
    /** Sentences for whoever starts Sluis: which plans that dossiers began with are lost, gone or changed. */
    readonly told: string[],
    /** Stored before there were texts, and now found in a file. */
    readonly found: Plan[],
    /** Neither stored as they were nor in a file. */
    readonly lost: StoredPlan[],
  ) {}
}

/** Puts the stored plans beside those of the files: a dossier follows what is stored, whatever the file says today. */
export async function openCatalogue(
  { catalogue: files }: PlanFiles,
  { manager }: Pick<Database, 'manager'>,
  { municipalities }: Pick<Registers, 'municipalities'>,
): Promise<OpenedPlans> {
  const rows = await storedPlans(manager);
  const carried = await carriedIn(rows, files);
  const lost = rows.filter(({ hash }) => !carried.has(hash));
  /** Whether a file still says what dossiers began with under its name, and the plan of none of them is lost. */
  const serves = ({ hash, workflow: { id, version } }: Plan): boolean => {
    const begun = rows.filter((row) => row.workflow === id && row.version === version);
    const isTheSame = begun.length === 0 || begun.some((row) => row.hash === hash);
    return isTheSame && !lost.some((row) => row.hash === hash);
  };
  const offered = files.all().filter(serves);
  const catalogue = new PlanCatalogue(
    offered,
    [...carried.values()],
    files.all().filter((plan) => !offered.includes(plan)),
    municipalities,
  );
  const told = rows.flatMap(({ workflow, version, hash }) => {
    const name = `workflows/${workflow}.v${version}`;
    const file = files.find(workflow, version);
    if (!carried.has(hash)) return [words.lost(name, hash)];
    if (!file) return [words.gone(name)];
    return offered.includes(file) ? [] : [words.changed(name)];
  });
  const found = rows.flatMap(({ hash, text }) => (text === null ? (carried.get(hash) ?? []) : []));
  return new OpenedPlans(catalogue, told, found, lost);
}

/** The plans that are stored as they were, by hash. */
async function carriedIn(rows: readonly StoredPlan[], files: PlanCatalogue): Promise<Map<Hex, Plan>> {
  const rules = await loadRules();
  const proven = ProvenPlans.read();
  const carried = new Map<Hex, Plan>();
  for (const row of rows) {
    const plan = planIn(row, files, rules, proven);
    const isNamed = plan?.workflow.id === row.workflow && plan.workflow.version === row.version;
    if (isNamed) carried.set(row.hash, plan);
  }
  proven.keep();
  return carried;
}

/** From the file that still says the same, or else from its text; undefined for what is not as Sluis wrote it. */
function planIn(
  { hash, text }: StoredPlan,
  files: PlanCatalogue,
  rules: RuleCatalogue,
  proven: ProvenPlans,
): Plan | undefined {
  if (text !== null && sha256(text) !== hash) return undefined;
  const inFile = files.carried(hash);
  if (inFile || text === null) return inFile;
  try {
    const workflow = restored(text);
    const plan = carriedPlan(workflow, hash, rules, proven.of(hash) ?? check(workflow, rules));
    proven.add(hash, plan.checks);
    return plan;
  } catch {
    return undefined; // it has the hash under which it stands, and is no plan
  }
}

/** Stores the texts that were found, and says what is wrong. Each dossier that follows a lost plan is put in quarantine. */
export async function finishOpening(
  { told, found, lost }: OpenedPlans,
  work: UnitOfWork,
  cache: DossierCache,
  connection: Connection,
): Promise<void> {
  if (found.length > 0 && work.cannotRecord === null)
    await work.do(async (tx) => {
      for (const { hash, workflow } of found) await storeText(tx.manager, hash, planText(workflow));
    });
  const log = new Logger('Sluis');
  for (const line of told) log.error(line);
  for (const { hash } of lost)
    for (const id of await dossiersOn(connection, hash))
      await cache.latest(connection, id).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error; // the quarantine has told of it
      });
}
