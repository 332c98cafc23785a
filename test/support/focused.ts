// What is asked of whatever has the focus: that one sees it, and that nothing lies over it (WCAG 2.4.7 and 2.4.11). What is
// here runs in the page, a function at a time.

/** As much of an element as is looked at: the sources are compiled without the types of the DOM. */
interface Focusable {
  localName: string;
  innerText: string;
  name?: string;
  labels?: ArrayLike<Focusable> | null;
  contains(other: Focusable | null): boolean;
  compareDocumentPosition(other: Focusable): number;
  getClientRects(): Iterable<{ left: number; top: number; right: number; bottom: number }>;
}
interface Style {
  outlineStyle: string;
  outlineWidth: string;
  outlineColor: string;
  boxShadow: string;
}
declare const document: {
  activeElement: Focusable | null;
  body: Focusable;
  elementFromPoint(x: number, y: number): Focusable | null;
  querySelectorAll(selector: string): Iterable<Focusable>;
};
declare const window: {
  innerWidth: number;
  innerHeight: number;
  /** How an element shows that it has the focus, or that it has not. */
  sluisLooks(element: Focusable): string;
  sluisAtRest: Map<Focusable, string>;
};
declare const getComputedStyle: (element: Focusable) => Style;

/** Remembers how all that can get the focus looks while it has none. */
export function rememberAtRest(): void {
  window.sluisLooks = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    return outlineStyle === 'none' ? boxShadow : [outlineStyle, outlineWidth, outlineColor, boxShadow].join(' ');
  };
  const found = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]');
  window.sluisAtRest = new Map([...found].map((one) => [one, window.sluisLooks(one)]));
}

export interface Focus {
  /** Whether what was looked for has it. */
  isThere: boolean;
  /** Whether what was looked for comes later on the page. */
  isAhead: boolean;
  /** What is wrong with how it shows; null when nothing is. */
  fault: string | null;
}

/** Where the focus is, seen from the element that one wants to come to. */
export function focusFrom(wanted: Focusable): Focus {
  const one = document.activeElement;
  if (one === null || one === document.body) return { isThere: false, isAhead: true, fault: null };
  const isAhead = (one.compareDocumentPosition(wanted) & 4) !== 0; // DOCUMENT_POSITION_FOLLOWING
  const lineMin = 16;
  const boxes = [one, ...Array.from(one.labels ?? [])]; // the label of a choice may lie over it
  const isOnTop = [...one.getClientRects()].some(({ left, top, right, bottom }) => {
    const [from, until] = [Math.max(top, 0), Math.min(bottom, window.innerHeight)]; // of a tall one a line will do
    const hit = document.elementFromPoint(
      (Math.max(left, 0) + Math.min(right, window.innerWidth)) / 2,
      (from + until) / 2,
    );
    return until - from >= Math.min(bottom - top, lineMin) && hit !== null && boxes.some((box) => box.contains(hit));
  });
  const isMarked = window.sluisLooks(one) !== window.sluisAtRest.get(one);
  const lack = [...(isOnTop ? [] : ['is out of sight']), ...(isMarked ? [] : ['does not show it'])];
  const called = `${one.localName} ${one.name ?? ''} "${(boxes[1] ?? one).innerText.slice(0, 60)}"`;
  return {
    isThere: one === wanted,
    isAhead,
    fault: lack.length === 0 ? null : `${called} has the focus, and ${lack.join(' and ')}`,
  };
}
