// The making of a gemeenschappelijke regeling by colleges, for any region: whoever starts names the municipalities. The
// law has no windows of its own but the eight weeks of a zienswijze, so nothing is planned here. Articles stand in
// parts/collegeregeling.ts.
import { window } from '../src/domain/calendar.js';
import { defineWorkflow, municipality, region } from '../src/domain/workflow/define.js';
import { collegeregeling } from './parts/collegeregeling.js';

const unplanned = window(null);

export default defineWorkflow({
  id: 'wgr-collegeregeling',
  version: 1,
  title: 'Gemeenschappelijke regeling van colleges',
  source: 'Wet gemeenschappelijke regelingen zoals zij luidt sinds 1 juli 2022 (Stb. 2022, 18)',
  notBefore: '2022-07-01',
  makes: 'collegeregeling',
  open: { municipality: 'gemeente', consultation: 'regio/overleg', least: 2 },
  parties: [
    municipality('gemeente', 'een gemeente die bij de start wordt genoemd', null),
    region('regio', 'De regio die het traject start', [
      { id: 'overleg', title: 'Overleg van de regio die het traject start' },
    ]),
  ],
  phases: collegeregeling({
    ruledBy: 'regio/overleg',
    after: [],
    planned: {
      vrijgave: unplanned,
      zienswijze: unplanned,
      reactienota: unplanned,
      toestemming: unplanned,
      treffen: unplanned,
      bekendmaking: unplanned,
      register: unplanned,
    },
  }),
});
