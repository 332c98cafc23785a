// The page of the mandates of a dossier.
import type { ReactElement } from 'react';
import { Get } from '@nestjs/common';
import { dossierHeading } from '../../domain/views/dossier-view.js';
import { mandatesView } from '../../domain/views/mandate-view.js';
import { AroundParam } from '../../http/page/asked.js';
import type { Surroundings } from '../../http/page/frame.js';
import { PageController } from '../../http/page/page-controller.js';
import { VisitParam } from '../visit/asked.js';
import type { FormContext } from '../forms/form-kind.js';
import { confirmable, endable, mayMandate } from '../forms/mandate-forms.js';
import { MandatesPage } from '../pages/dossier/mandates.js';
import { isPast } from '../visit/visit.js';

@PageController('trajecten/:dossier/mandaten')
export class MandatePagesController {
  @Get()
  show(@VisitParam() context: FormContext, @AroundParam() around: Surroundings): ReactElement {
    const { reading, at, recorded } = context;
    const ids = (some: readonly { id: string }[]) => new Set(isPast(context) ? [] : some.map(({ id }) => id));
    return (
      <MandatesPage
        around={around}
        at={at}
        dossier={dossierHeading(reading)}
        moment={reading.moment}
        plan={reading.dossier.plan}
        mandates={mandatesView(reading)}
        recorded={recorded?.type ?? null}
        may={{
          record: !isPast(context) && mayMandate(context),
          end: ids(endable(context)),
          confirm: ids(confirmable(context)),
        }}
      />
    );
  }
}
