// Where the weights of a rule stand. Its words name each source and its day; here the source can be opened.
import { Link } from '../../http/page/basics.js';
import { useWording } from '../../http/page/wording.js';
import type { GateTermsView } from '../../wording/gates/views.js';

export const WeightSources = ({ sources }: Pick<GateTermsView['rule'], 'sources'>) => {
  const { workflowPage } = useWording();
  return sources.map(
    ({ title, url, on }) =>
      url !== null && (
        <span className="sluis-under-rule" key={`${url} ${on}`}>
          {workflowPage.weights} <Link href={url}>{title}</Link>
        </span>
      ),
  );
};
