// A forecast in a sentence or two, where there is more to see than that.
import type { Forecast } from '../../../domain/forecast/forecast.js';
import type { Plan } from '../../../domain/workflow/plan.js';
import { Link, Paragraph, Section } from '../../../http/page/basics.js';
import { useWording } from '../../../http/page/wording.js';
import { titlesIn, useVerdictTitle } from './forecast-words.js';

export const ForecastBrief = ({ forecast, plan, href }: { forecast: Forecast; plan: Plan; href: string }) => {
  const { forecastWords: words } = useWording();
  const { finishOn, slack, tightest, lacks, assumed } = forecast;
  const title = useVerdictTitle(forecast);
  const isLate = slack !== null && slack < 0;
  return (
    // On paper the page of a dossier keeps to what was said: what may come has a page of its own.
    <div className="sluis-noprint">
      <Section title={words.title} id="vooruitblik">
        <Paragraph>
          <strong className={isLate ? 'sluis-late' : undefined}>{title}.</strong>{' '}
          {finishOn !== null && words.finish(finishOn, slack)}{' '}
          {tightest.length > 0 && words.tightest(titlesIn(plan, tightest))}
          {finishOn === null && words.lacks(titlesIn(plan, lacks))}
        </Paragraph>
        {assumed && <Paragraph quiet>{words.assumed}</Paragraph>}
        <p>
          <Link href={href}>{words.open}</Link>
        </p>
      </Section>
    </div>
  );
};
