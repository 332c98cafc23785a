// A plan as SCXML 1.0 (W3C, 2015), with the ECMAScript data model: one region for the dossier and one for each phase.
// Every transition and condition is that of the machine.
import { create } from 'xmlbuilder2';
import type { Plan } from '../domain/workflow/plan.js';
import { dossierRegion } from '../domain/workflow/machine.js';
import type { Slug } from '../domain/vocabulary.js';
import { statechartOf, type GuardCondition } from './statechart.js';
import type { Wording } from '../wording/wording.js';

const namespace = 'http://www.w3.org/2005/07/scxml';
/** Of the attribute that carries the title of a phase; engines pass over it. */
const ours = 'urn:sluis:procesplan';

export function scxmlOf({ workflow, machine }: Plan, { diagram }: Wording): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  const root = document.ele(namespace, 'scxml', {
    version: '1.0',
    datamodel: 'ecmascript',
    name: `${workflow.id}.v${workflow.version}`,
  });
  root.att('http://www.w3.org/2000/xmlns/', 'xmlns:sluis', ours);
  root.com(diagram.scxmlEvents);
  const parallel = root.ele('parallel', { id: 'procesplan' });
  parallel.att(ours, 'sluis:title', workflow.title);
  for (const region of statechartOf(machine)) {
    const id = nameOf(region.id);
    const outer = parallel.ele('state', { id, initial: `${id}.${region.initial}` });
    const phase = workflow.phases.find((one) => one.id === region.id);
    if (phase) outer.att(ours, 'sluis:title', `${phase.number} ${phase.title}`);
    for (const state of region.states) {
      const inner = outer.ele('state', { id: `${id}.${state.id}` });
      for (const { event, target, when } of state.transitions) {
        const cond = expressionOf(when);
        inner.ele('transition', {
          ...(event === null ? {} : { event }),
          ...(cond === '' ? {} : { cond }),
          target: `${id}.${target}`,
        });
      }
    }
  }
  return `${document.end({ prettyPrint: true })}\n`;
}

/** Ids are unique in a document and begin with a letter, which those of phases need not. */
const nameOf = (region: Slug): string =>
  region === dossierRegion || region.includes('_') ? region : `phase.${region}`;

/** A condition in ECMAScript; empty when it always holds. Ids and rulings are slugs, which need no escape. */
function expressionOf(condition: GuardCondition): string {
  if ('all' in condition) return condition.all.map(partOf).join(' && ');
  if ('any' in condition) return condition.any.map(partOf).join(' || ') || 'false';
  if ('not' in condition) return `!${partOf(condition.not)}`;
  if ('phase' in condition) return `_event.data.phase === '${condition.phase}'`;
  if ('rulings' in condition) return condition.rulings.map((one) => `_event.data.ruling === '${one}'`).join(' || ');
  if ('fact' in condition) return `_event.data.fact === '${condition.fact}'`;
  if ('option' in condition) return `(_event.data.options || []).indexOf('${condition.option}') !== -1`;
  return `In('${nameOf(condition.region)}.${condition.state}')`;
}

/** As part of a longer one: in brackets where it has parts of its own. */
function partOf(condition: GuardCondition): string {
  const expression = expressionOf(condition);
  return / (&&|\|\|) /.test(expression) ? `(${expression})` : expression;
}
