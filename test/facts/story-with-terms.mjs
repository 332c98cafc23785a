// Loads plan files that say the extra terms, starts a dossier on one of them over HTTP, and tells what came of the terms.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import './extra-terms.mjs';
import { TodaysWorld } from './todays-world.mjs';

const built = (path) => import(join(import.meta.dirname, '../../dist/src', path));
const ruledBy = 'proefregio/overleg';
/** Every term of a gate that can be said without a choice, and what else a plan can say otherwise. */
const otherwise = {
  ...{ unconfirmed: 'counts', afterRuling: 'reopen', completion: 'all-spoken', weeksFromReceipt: 8, enacts: true },
  kinds: ['agree', 'disagree'],
};
const more = { notBefore: '2023-01-01', outside: { wet: { title: 'De wet', source: 'een proef' } } };
const said = { trialWeeks: 3, trialYes: true, trialChoice: 'strict', trialList: ['een', 'twee'] };

const world = await TodaysWorld.open(({ folder }) => {
  const plans = folderOf(join(folder, 'plans'));
  write(plans, 1, {}, {});
  write(plans, 2, said, said);
  write(plans, 3, { waitsFor: ['wet'], gateWaitsFor: ['wet'] }, otherwise, more);
  return { workflows: [plans] };
});

const { loadPlans, shippedWorkflows } = await built('app/plan-catalogue.js');
const { difference } = await built('domain/workflow/difference.js');
const { differenceLines } = await built('wording/gates/differences.js');
const { ruleWords } = await built('wording/gates/rules.js');
const catalogue = await loadPlans([shippedWorkflows, pathToFileURL(`${join(world.folder, 'plans')}/`)]);
const between = (one, other) =>
  differenceLines(difference(catalogue.get('proef', one), catalogue.get('proef', other), ruleWords));

const wrongs = { trialWeeks: 10, trialYes: false, trialChoice: 'loose', trialList: ['een', 7] };
const refused = [];
for (const place of ['phase', 'gate'])
  for (const [name, value] of Object.entries(wrongs)) {
    const folder = folderOf(join(world.folder, `${place}-${name}`));
    write(folder, 1, ...(place === 'phase' ? [{ [name]: value }, {}] : [{}, { [name]: value }]));
    const fault = await loadPlans([folder]).then(
      () => 'accepted',
      ({ message }) => message,
    );
    refused.push(fault);
  }

const lead = await world.as('process-lead', ruledBy);
const asked = { workflow: 'proef', title: 'Proef', startedOn: '2024-04-01' };
const start = (version) =>
  world.post(lead, '/dossiers', { ...asked, version }, { 'idempotency-key': `proef-start-${version}` });
const [former, { id }] = [await start(1), await start(2)];
const chair = await world.as('chair', ruledBy);
const report = (toVersion) => {
  const migration = { toVersion, on: '2024-04-10', reason: 'Op proef.', dryRun: true };
  return world.post(chair, `/dossiers/${former.id}/migrations`, migration);
};
process.stdout.write(
  JSON.stringify({
    refused,
    hashes: Object.fromEntries(
      catalogue.all().map(({ workflow, hash }) => [`${workflow.id}@${workflow.version}`, hash]),
    ),
    lines: { said: between(1, 2), unsaid: between(2, 1) },
    workflow: await world.get(lead, '/workflows/proef?version=2'),
    dossier: await world.get(lead, `/dossiers/${id}`),
    gate: await world.get(lead, `/dossiers/${id}/gates/fase`),
    formerGate: await world.get(lead, `/dossiers/${former.id}/gates/fase`),
    report: await report(2),
    others: await report(3),
    schemas: (await (await fetch(`${world.url}/openapi.json`)).json()).components.schemas,
  }),
);
await world.close();
rmSync(world.folder, { recursive: true });

/** A folder whose files Node takes for modules. */
function folderOf(path) {
  mkdirSync(path);
  writeFileSync(join(path, 'package.json'), '{ "type": "module" }');
  return pathToFileURL(`${path}/`);
}

function write(folder, version, ofPhase, ofGate, ofPlan = {}) {
  const from = (path) => pathToFileURL(join(import.meta.dirname, '../../dist/src', path)).href;
  const terms = { verb: 'instemmen', electorate: 'colleges', ruledBy, ...ofGate };
  writeFileSync(
    new URL(`proef.v${version}.js`, folder),
    `import { defineWorkflow, gate, municipality, phase, region } from '${from('domain/workflow/define.js')}';
    import { unanimity } from '${from('domain/rules/unanimity.js')}';
    import { window } from '${from('domain/calendar.js')}';
    const terms = { ...${JSON.stringify(terms)}, rule: unanimity('colleges') };
    export default defineWorkflow({
      ...${JSON.stringify({ id: 'proef', version, title: 'Proef', source: 'een proef', ...ofPlan })},
      parties: [
        municipality('een', 'Een', 'GM1'),
        region('proefregio', 'Regio', [{ id: 'overleg', title: 'Overleg' }]),
      ],
      phases: {
        fase: phase('Fase', window('2024'), { source: 'een proef', gate: gate('Moment', terms), ...${JSON.stringify(ofPhase)} }),
      },
    });`,
  );
}
