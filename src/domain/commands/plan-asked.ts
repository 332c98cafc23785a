// The plan that somebody asks for by name and version.
import type { FieldError } from '../refusal.js';
import type { Plan, Plans } from '../workflow/plan.js';

/** The plan that is asked, or what is wrong with the asking. */
export type PlanAsked = Plan | { errors: FieldError[] };

/**
 * Finds it as somebody sent it, or says what there is instead; without a version, the newest.
 * @param pointer the field that names the version
 */
export function planAsked(
  plans: Plans,
  { workflow, version }: { workflow?: unknown; version?: unknown },
  pointer: '/version' | '/toVersion',
): PlanAsked {
  const id = typeof workflow === 'string' ? workflow : '';
  const versions = plans.versions(id);
  if (versions.length === 0) return unknown('/workflow', plans.ids());
  const found = version === undefined ? plans.newestOf(id) : versions.find((plan) => plan.workflow.version === version);
  return (
    found ??
    unknown(
      pointer,
      versions.map((plan) => String(plan.workflow.version)),
    )
  );
}

const unknown = (pointer: string, allowed: string[]): { errors: FieldError[] } => ({
  errors: [{ pointer, code: 'unknown-workflow', allowed }],
});
