// The quick look at a request is held to class-validator, over every shape of a request.
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import * as dossierRequests from '../../src/requests/dossier-requests.js';
import { isInOrder } from '../../src/requests/field.js';
import * as peopleRequests from '../../src/requests/people-requests.js';
import * as phaseRequests from '../../src/requests/phase-requests.js';
import * as queries from '../../src/requests/queries.js';
import { strictly, type Shape } from '../../src/requests/shape.js';

const shapes = Object.values({ ...dossierRequests, ...peopleRequests, ...phaseRequests, ...queries }).filter(
  (one): one is Shape<object> => typeof one === 'function' && /(Request|Query)$/.test(one.name),
);

/** Every name of a field that some request has, and one that none has. */
const names = [
  'body',
  'on',
  'reason',
  'decision',
  'decidedOn',
  'conditions',
  'workflow',
  'title',
  'startedOn',
  'limit',
];
const more = [
  'cancelled',
  'values',
  'email',
  'password',
  'role',
  'from',
  'ruling',
  'meeting',
  'answer',
  'correct',
  'asOf',
  'remarks',
  'vote',
];
const value = fc.oneof(
  fc.constantFrom('assen/college', '2024-05-16', '2024-02-31', 'agree', 'go', 'reader', 'adopted', 'x@y.example', '10'),
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    7,
    true,
    {},
    [],
    [''],
    'Een reden.',
    ['Een punt.'],
    '2024-05-16T12:00:00Z',
  ),
  fc.constant({ form: 'session', reference: 'ABO' }),
  fc.constant([{ text: 'Eerst de kosten.', effect: 'elaboration' }]),
);

it.each(shapes.map((shape) => [shape.name, shape] as const))(
  'a %s is in order when class-validator finds nothing wrong, and only then',
  (_, shape) => {
    const sent = fc.dictionary(fc.constantFrom(...names, ...more), value, { maxKeys: 5, noNullPrototype: true });
    fc.assert(
      fc.property(sent, (properties) => {
        const payload = Object.assign(new shape(), properties);
        expect(isInOrder(payload)).toBe(validateSync(payload, strictly).length === 0);
      }),
      { numRuns: 300 },
    );
  },
);
