// An invented region that makes an arrangement and nothing else, from the part that is shipped for it.
import { window } from '../../src/domain/calendar.js';
import { defineWorkflow, municipality, region } from '../../src/domain/workflow/define.js';
import { collegeregeling } from '../../workflows/parts/collegeregeling.js';

const year = window('2024');

export default defineWorkflow({
  id: 'regeling',
  version: 1,
  title: 'Een regeling treffen',
  source: 'verzonnen voor de tests; de stappen zijn die van de Wgr',
  makes: 'collegeregeling',
  parties: [
    municipality('oost', 'Oost', 'GM9101'),
    municipality('west', 'West', 'GM9102'),
    municipality('eiland', 'Eiland', 'GM9103'),
    region('raadsregio', 'Raadsregio', [{ id: 'overleg', title: 'Bestuurlijk overleg' }]),
  ],
  phases: collegeregeling({
    ruledBy: 'raadsregio/overleg',
    after: [],
    planned: {
      vrijgave: year,
      zienswijze: year,
      reactienota: year,
      toestemming: year,
      treffen: year,
      bekendmaking: year,
      register: year,
    },
  }),
});
