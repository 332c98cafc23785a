// Where a body published what it decided, or where what was decided together was.
import { refusalOf } from '../../domain/commands/commands.js';
import { madeBy, stillToPublish, isPublished } from '../../domain/stand/proof.js';
import { turnHoldersOf } from '../../domain/turns/turn-holders.js';
import type { BodyId, Slug } from '../../domain/vocabulary.js';
import { titleOf } from '../../domain/workflow/plan.js';
import type { Choice } from '../../http/page/fields.js';
import { rowsOf } from './fields-of.js';
import type { FormContext } from './form-kind.js';
import { about, phase } from './short-forms.js';

/** Whose publication this person may record in a phase: undefined for what was decided together. */
function publishable({ occasion }: FormContext, id: Slug): (BodyId | undefined)[] {
  const { dossier, person, today } = occasion;
  const found = dossier.plan.phases.get(id);
  if (!found || !isPublished(found)) return [];
  const leads = turnHoldersOf(person, today).some(
    ({ role, whose }) => role === 'process-lead' && whose === dossier.plan.region,
  );
  const bodies = found.step === 'publication' ? madeBy(dossier, id) : [];
  const may = (said: { body?: BodyId }) => refusalOf(occasion, 'record-publication', { phase: id }, said) === null;
  return [...(leads && may({}) ? [undefined] : []), ...bodies.filter((body) => may({ body }))];
}

const mayPublish = (context: FormContext, id: Slug): boolean => publishable(context, id).length > 0;

/** The phases of which this person may record a publication now. */
export const publishableIn = (context: FormContext): Set<Slug> =>
  new Set([...context.occasion.dossier.plan.phases.keys()].filter((id) => mayPublish(context, id)));

export const recordPublication = about(
  phase,
  'record-publication',
  (context) => {
    const { wording, query, place, occasion } = context;
    const { plan } = occasion.dossier;
    const all = publishable(context, place.phase);
    const choices = all.map((body): Choice => ({
      value: body ?? '',
      label: body === undefined ? wording.proofWords.together : titleOf(plan, body),
    }));
    const found = plan.phases.get(place.phase);
    const first = found && stillToPublish(occasion.dossier, found).find((body) => all.includes(body));
    const value =
      all.find((body) => body !== undefined && body === query.orgaan) ?? (all.includes(undefined) ? '' : first);
    return [
      {
        fields: rowsOf('record-publication', ['body', 'where', 'on', 'number', 'url', 'entersIntoForceOn'], wording, {
          body: { kind: 'select', choices, required: !all.includes(undefined), value: value ?? choices[0]?.value },
        }),
      },
    ];
  },
  {
    said: (context) => {
      const [first] = publishable(context, context.place.phase);
      return first === undefined ? {} : { body: first };
    },
    instead: (context) => (mayPublish(context, context.place.phase) ? null : context.at.now.dossier),
  },
);
