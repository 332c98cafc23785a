// A plan for any region: whoever starts names the municipalities, and leads the consultation that follows the process. The
// boards are those of the regeling that is made or that there is.
import { municipality, region } from '../../src/domain/workflow/define.js';
import type { Party } from '../../src/domain/workflow/workflow.js';

export const overleg = 'regio/overleg';

export const openParties = { municipality: 'gemeente', consultation: overleg, least: 2 };

/** The stand-ins, with the boards of the region. */
export const standIns = (boards: Parameters<typeof region>[3] = []): Party[] => [
  municipality('gemeente', 'een gemeente die bij de start wordt genoemd', null),
  region(
    'regio',
    'De regio die het traject start',
    [{ id: 'overleg', title: 'Overleg van de regio die start' }],
    boards,
  ),
];
