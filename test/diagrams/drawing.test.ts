// The diagram of every plan on disk: everything has its place, and nothing lies over something else.
import { loadPlans, shippedWorkflows } from '../../src/app/plan-catalogue.js';
import { drawingOf, types, type PlacedBox, type PlacedText } from '../../src/diagrams/drawing.js';
import { legendOf } from '../../src/diagrams/legend.js';
import { pictureOf } from '../../src/diagrams/picture.js';
import { svgOf } from '../../src/diagrams/svg.js';
import { languages } from '../../src/wording/wording.js';
import { waysPast } from '../../src/diagrams/ways-past.js';
import { textWidth, wrapped } from '../../src/diagrams/text.js';
import type { Plan } from '../../src/domain/workflow/plan.js';
import { testWorkflows } from '../support/workflows.js';

const catalogue = await loadPlans([shippedWorkflows, ...testWorkflows]);
const plans = catalogue.all().map((plan): [string, Plan] => [`${plan.workflow.id} ${plan.workflow.version}`, plan]);

interface Area {
  left: number;
  right: number;
  top: number;
  foot: number;
}

const areaOf = ({ x, y, width, height }: PlacedBox): Area => ({ left: x, right: x + width, top: y, foot: y + height });

function areaOfText({ x, y, text, anchor }: PlacedText, kind: keyof typeof types): Area {
  const width = textWidth(text, types[kind]);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { left, right: left + width, top: y - types[kind].size * 0.8, foot: y + types[kind].size * 0.25 };
}

const overlap = (a: Area, b: Area): boolean => a.left < b.right && b.left < a.right && a.top < b.foot && b.top < a.foot;
const contains = (outer: Area, inner: Area): boolean =>
  outer.left <= inner.left && inner.right <= outer.right && outer.top <= inner.top && inner.foot <= outer.foot;

/** Points along a path of straight lines and curves, close together. */
function pointsAlong(path: string): [x: number, y: number][] {
  const points: [number, number][] = [];
  for (const [, letter, rest = ''] of path.matchAll(/([MLC])([^MLC]*)/g)) {
    const numbers = rest.split(/[ ,]/).map(Number);
    const ends: [number, number][] = [];
    for (let i = 0; i < numbers.length; i += 2) ends.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
    const from = points.at(-1) ?? ends[0]!;
    const [a, b, c] =
      letter === 'C' ? (ends as [[number, number], [number, number], [number, number]]) : [from, ends[0]!, ends[0]!];
    for (let step = 1; step <= 40; step++) {
      const t = step / 40;
      const at = (i: 0 | 1) =>
        (1 - t) ** 3 * from[i] + 3 * (1 - t) ** 2 * t * a[i] + 3 * (1 - t) * t ** 2 * b[i] + t ** 3 * c[i];
      points.push([at(0), at(1)]);
    }
  }
  return points;
}

describe.each(plans)('the diagram of %s', (_, plan) => {
  const picture = pictureOf(plan, languages.nl);
  const drawing = drawingOf(picture);
  const whole: Area = { left: 0, right: drawing.width, top: 0, foot: drawing.height };

  it('has a box for every phase and gate, and an arrow for all that the plan says of their order', () => {
    const { phases } = plan.workflow;
    const boxes = drawing.boxes.filter(({ kind }) => kind !== 'start' && kind !== 'end');
    expect(boxes.length).toBe(phases.length + plan.gates.size + Object.keys(plan.workflow.outside ?? {}).length);
    for (const kind of ['starts', 'branch', 'waits', 'rework', 'reopen'] as const) {
      const found = picture.arrows.filter(
        (arrow) => arrow.kind === kind && arrow.from !== 'start' && arrow.to !== 'end',
      );
      const expected = {
        starts: phases.flatMap(({ startsAfter, branch }) => startsAfter.filter((one) => one !== branch?.gate)).length,
        branch:
          phases.filter(({ startsAfter, branch }) => branch && startsAfter.includes(branch.gate)).length +
          waysPast(plan.workflow).filter(({ to }) => to !== null).length,
        waits: phases.flatMap(({ gateAfter, waitsFor = [], gateWaitsFor = [] }) => [
          ...gateAfter,
          ...waitsFor,
          ...gateWaitsFor,
        ]).length,
        rework: plan.gates.size,
        reopen: plan.gates.size,
      };
      expect([kind, found.length]).toEqual([kind, expected[kind]]);
    }
  });

  it('has no box over another, and none outside', () => {
    const areas = drawing.boxes.map(areaOf);
    areas.forEach((area, i) => {
      expect(contains(whole, area)).toBe(true);
      expect(areas.slice(i + 1).filter((other) => overlap(area, other))).toEqual([]);
    });
  });

  it('keeps every text in its box, and every label off the boxes and off each other', () => {
    for (const box of drawing.boxes) {
      for (const line of box.title) expect(contains(areaOf(box), areaOfText(line, 'title'))).toBe(true);
      for (const line of box.lines) expect(contains(areaOf(box), areaOfText(line, 'line'))).toBe(true);
    }
    const labels = drawing.arrows.flatMap(({ label }) => (label ? [areaOfText(label, 'label')] : []));
    labels.forEach((label, i) => {
      expect(contains(whole, label)).toBe(true);
      expect(drawing.boxes.filter((box) => overlap(areaOf(box), label))).toEqual([]);
      expect(labels.slice(i + 1).filter((other) => overlap(label, other))).toEqual([]);
    });
  });

  it('leads no arrow through a box', () => {
    for (const { path, kind } of drawing.arrows.filter((arrow) => arrow.kind !== 'reopen'))
      for (const [x, y] of pointsAlong(path)) {
        const inside = drawing.boxes.map(areaOf).filter(({ left, right, top, foot }) => {
          return x > left + 1 && x < right - 1 && y > top + 1 && y < foot - 1;
        });
        expect([kind, inside]).toEqual([kind, []]);
      }
  });

  it('explains what is in it, and says every phase in words', () => {
    const { items } = legendOf(picture, 480, languages.nl);
    expect(items.length).toBe(new Set([...drawing.boxes, ...drawing.arrows].map(({ kind }) => kind)).size - 2 - 1);
    const svg = svgOf(plan, languages.nl);
    expect(svg).toContain('<title id="diagram-title">');
    for (const { number, title } of plan.workflow.phases) expect(svg).toContain(`Fase ${number}, ${title}: `);
  });
});

it('a word that is too long is broken with a hyphen, and nothing of it is lost', () => {
  const lines = wrapped('Meervoudigesamenwerkingsovereenkomstvoorbereiding nu', types.title, 150);
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(textWidth(line, types.title)).toBeLessThanOrEqual(150);
  expect(lines.join('').replaceAll('‐', '')).toContain('Meervoudigesamenwerkingsovereenkomstvoorbereiding');
});
