// How a body stands, told by shape, icon, word and colour together.
import type { BoardCell } from '../../domain/views/board-view.js';
import { drawnSign, saidStand, signOfStand, type DrawnSign, type StandFigures } from '../../domain/views/stand-view.js';
import type { Answered } from '../../domain/stand/course.js';
import {
  kindOfDecision,
  type Asks,
  type DecisionKind,
  type Outcome,
  type RulingKind,
  type Slug,
} from '../../domain/vocabulary.js';

export type Sign = DrawnSign | ReturnType<typeof kindOfDecision>['sign'] | 'visited' | 'skipped' | 'lacking';

/** What a decision says by itself, where it does not matter how it counts. */
export const signOf = (kind: DecisionKind | null): Sign => (kind === null ? 'none' : kindOfDecision(kind).sign);

/** The same of one answer or several: of one kind its own sign, of several that of their side. */
export function signOfSaid(said: Answered): Sign {
  const [kind = null, ...others] = new Set(Object.values(said.answers));
  if (others.length === 0 && !said.unplanned?.length) return signOf(kind);
  return signOfStand({ ...saidStand(said), decision: null });
}

export const signOfCell = ({ stand, visit }: BoardCell): Sign => visit ?? (stand ? drawnSign(stand) : 'none');

const rulingSigns: Record<Exclude<RulingKind, 'go'>, Sign> = {
  'go-with-conditions': 'conditions',
  'no-go': 'against',
  hold: 'held',
};

/** Of what was concluded at a gate; where only a response was asked, its end says nothing of who agrees. */
export const signOfRuling = (ruling: RulingKind, asked: Asks): Sign =>
  ruling === 'go' ? signOfOutcome('go', asked) : rulingSigns[ruling];

const outcomeSigns: Record<Exclude<Outcome, 'go'>, Sign> = { 'no-go': 'against', open: 'none' };

/** Of what the decisions come to, or one line of the rule. */
export const signOfOutcome = (outcome: Outcome, asked: Asks): Sign =>
  outcome === 'go' ? (asked === 'response' ? 'view' : 'for') : outcomeSigns[outcome];

/** The icon alone, where the word stands beside it. */
export const SignIcon = ({ sign }: { sign: Sign }) => (
  <svg className={`sluis-sign sluis-sign--${sign}`} aria-hidden="true" focusable="false">
    <use href={`#sign-${sign}`} />
  </svg>
);

/** Whose stand it is, as machines are told. */
export type StandOf = Pick<StandFigures, 'body' | 'side' | 'why'> & { question?: Slug };

/** A piece of a word, that answers one of several questions where it says so. */
interface Piece {
  text: string;
  question?: Slug;
  /** What is seen of it, where there is little room. */
  brief?: string;
}

interface VerdictProps {
  sign: Sign;
  /** In pieces, where it may answer several questions. */
  word: string | readonly Piece[];
  /** Whose stand it is, told for machines too; left out where it is none. */
  of?: StandOf & Partial<Pick<StandFigures, 'answers'>>;
}

export const Verdict = ({ sign, word, of }: VerdictProps) => (
  <span className={`sluis-verdict sluis-verdict--${sign}`} {...(of ? standFor(of) : {})}>
    <SignIcon sign={sign} />
    <span>
      <Word word={word} of={of} />
    </span>
  </span>
);

/** The word alone, where the sign stands beside it. */
export const Word = ({ word, of }: Pick<VerdictProps, 'word' | 'of'>) =>
  typeof word === 'string' ? word : word.map((piece, i) => <PieceOf key={i} piece={piece} of={of} />);

/** An answer carries how the body stands on its question. */
function PieceOf({ piece: { text, question, brief }, of }: { piece: Piece; of: VerdictProps['of'] }) {
  if (brief !== undefined)
    return (
      <span className="sluis-brief" data-brief={brief}>
        <span className="sluis-unseen">{text}</span>
      </span>
    );
  const side = question === undefined ? undefined : of?.answers?.[question];
  if (!of || question === undefined || side === undefined) return text;
  return (
    <data value={side} {...standFor({ body: of.body, side, why: null, question })}>
      {text}
    </data>
  );
}

/** A stand, as a machine reads it from the page. */
export const standFor = ({ body, side, why, question }: StandOf) => ({
  'data-body': body,
  'data-stand': why ?? side,
  ...(question === undefined ? {} : { 'data-question': question }),
});

/** The shapes, once on a page; icons refer to them. */
export const Shapes = () => (
  <svg className="sluis-shapes" aria-hidden="true" focusable="false">
    <symbol id="sign-for" viewBox="0 0 24 24">
      <circle className="sluis-fill" cx="12" cy="12" r="11" />
      <path className="sluis-ink" d="m6.5 12.5 4 4 7-8" />
    </symbol>
    <symbol id="sign-view" viewBox="0 0 24 24">
      <path
        className="sluis-fill"
        d="M4 2h16a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H10l-5.5 5v-5H4a3 3 0 0 1-3-3V5a3 3 0 0 1 3-3z"
      />
      <path className="sluis-ink" d="M6.5 7.7h11M6.5 12.5h7" />
    </symbol>
    <symbol id="sign-no-view" viewBox="0 0 24 24">
      <path
        className="sluis-line"
        d="M4.5 3h15A2.5 2.5 0 0 1 22 5.5v9a2.5 2.5 0 0 1-2.5 2.5H10l-5 4.8V17h-.5A2.5 2.5 0 0 1 2 14.5v-9A2.5 2.5 0 0 1 4.5 3zM8 10h8"
      />
    </symbol>
    <symbol id="sign-conditions" viewBox="0 0 24 24">
      <rect className="sluis-fill" x="1.5" y="1.5" width="21" height="21" rx="3" />
      <path className="sluis-ink" d="M6.5 8h11M6.5 12h11M6.5 16h7" />
    </symbol>
    <symbol id="sign-against" viewBox="0 0 24 24">
      <path className="sluis-fill" d="M7.4 1h9.2L23 7.4v9.2L16.6 23H7.4L1 16.6V7.4z" />
      <path className="sluis-ink" d="m8 8 8 8m0-8-8 8" />
    </symbol>
    <symbol id="sign-held" viewBox="0 0 24 24">
      <path className="sluis-fill" d="M12 .5 23.5 12 12 23.5.5 12z" />
      <path className="sluis-ink" d="M9.7 8.5v7m4.6-7v7" />
    </symbol>
    <symbol id="sign-abstained" viewBox="0 0 24 24">
      <rect className="sluis-fill" x="1" y="5.5" width="22" height="13" rx="6.5" />
      <path className="sluis-ink" d="M7.5 12h9" />
    </symbol>
    <symbol id="sign-hidden" viewBox="0 0 24 24">
      <rect className="sluis-line" x="2.5" y="2.5" width="19" height="19" rx="3" />
      <rect className="sluis-fill" x="7.5" y="7.5" width="9" height="9" />
    </symbol>
    <symbol id="sign-waits" viewBox="0 0 24 24">
      <circle className="sluis-line" cx="12" cy="12" r="10" />
      <path className="sluis-line" d="M8.5 7h7M8.5 17h7M9.5 7.2c0 3.4 5 6 5 9.6M14.5 7.2c0 3.4-5 6-5 9.6" />
    </symbol>
    <symbol id="sign-none" viewBox="0 0 24 24">
      <circle className="sluis-line" cx="12" cy="12" r="10" strokeDasharray="4.3 3.5" />
      <path className="sluis-line" d="M12 6.5V12l3.5 3" />
    </symbol>
    <symbol id="sign-visited" viewBox="0 0 24 24">
      <path className="sluis-fill" d="M12 1 1.5 10.5V23h21V10.5z" />
      <path className="sluis-ink" d="m7.5 14.5 3.3 3.3 5.7-6.6" />
    </symbol>
    <symbol id="sign-lacking" viewBox="0 0 24 24">
      <path className="sluis-fill" d="M12 1.5 23.5 22H.5z" />
      <path className="sluis-ink" d="M12 9v6m0 3v.5" />
    </symbol>
    <symbol id="sign-skipped" viewBox="0 0 24 24">
      <path className="sluis-line" d="M12 2.5 2.5 11v10.5h19V11zM7 16h10" />
    </symbol>
  </svg>
);
