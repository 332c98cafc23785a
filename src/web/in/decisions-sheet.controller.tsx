// Decisions as a region kept them in a sheet: pasted or as a file, looked at first, then recorded all together or not at all.
import { Get, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Drafts } from '../../app/drafts.js';
import { inSlices } from '../../app/slices.js';
import { Together } from '../../app/together.js';
import { refusalOf } from '../../domain/commands/commands.js';
import { erased } from '../../domain/facts/shown.js';
import { askedAt } from '../../domain/dossier/electorate.js';
import { currentRound } from '../../domain/dossier/state.js';
import type { InSteps } from '../../domain/fold/in-steps.js';
import { Refusal } from '../../domain/refusal.js';
import type { Meaning } from '../../domain/sheets/decision-said.js';
import type { Caller } from '../../store/caller.js';
import { Alert, Link, Paragraph } from '../../http/page/basics.js';
import { seeOther, shown } from '../../http/page/answer.js';
import { useWording } from '../../http/page/wording.js';
import { AroundParam, QueryParam } from '../../http/page/asked.js';
import { inDossier, type Surroundings } from '../../http/page/frame.js';
import { KeepsForms } from '../../http/page/kept-forms.js';
import { PageController } from '../../http/page/page-controller.js';
import type { Page } from '../../http/page/page.interceptor.js';
import { takesSheet } from '../../http/uploads.js';
import { digestOf } from '../visit/again.js';
import { VisitNowParam } from '../visit/asked.js';
import { asksOf, DecisionsInSheet, hasAsks, meaningOf, type AskedOfDecisions } from './decisions-in-sheet.js';
import { keyOf, type Values } from '../forms/form.js';
import type { FormContext } from '../forms/form-kind.js';
import { DecisionsSheetPage, isReadyToRecord, type DecisionsSheetProps } from '../pages/sheets/decisions-sheet.js';
import { sheetRows } from '../pages/sheets/decisions-sheet-rows.js';
import type { DecisionsSaid } from '../pages/sheets/decisions-said.js';
import { sheetSentIn } from './sheet-text.js';
import { afterRecording, Visits } from '../visit/visit.js';

@KeepsForms()
@PageController('trajecten/:dossier/besluiten-uit-lijst')
export class DecisionsSheetController {
  constructor(
    private readonly together: Together,
    private readonly sheets: DecisionsInSheet,
    private readonly visits: Visits,
    private readonly drafts: Drafts,
  ) {}

  @Get()
  async form(
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
    @QueryParam() { controle }: Record<string, string | undefined>,
  ): Promise<Page> {
    await inSlices(mayRecord(context));
    if (controle !== undefined) return this.check(context, around, controle);
    const n = await this.visits.recordedTogether(context);
    const notice = n > 0 && <Done n={n} href={context.at.decided()} />;
    return <DecisionsSheetPage {...propsOf(around, context)} {...{ formKey: randomUUID(), notice }} rows={noRows} />;
  }

  /** What was sent to be looked at, at an address of its own, which sends nothing. */
  private async check(context: FormContext, around: Surroundings, key: string): Promise<Page> {
    const props = propsOf(around, context);
    const kept = await this.drafts.ofKey(context.person.id, props.action, key);
    if (!kept) return seeOther(props.action);
    const sent = { pasted: kept.get('sheet') ?? '', file: null, isCut: false, beside: kept.get('naast') ?? '' };
    const said = await this.sheets.said(context, sent, askedIn(Object.fromEntries(kept), context));
    return pageOf({ ...props, said, formKey: key }, isReadyToRecord(said) ? 200 : 400);
  }

  @Post()
  @RouteConfig(takesSheet)
  async look(
    @Req() request: FastifyRequest,
    @VisitNowParam() context: FormContext,
    @AroundParam() around: Surroundings,
  ): Promise<Page> {
    await inSlices(mayRecord(context));
    const { values, ...sent } = sheetSentIn(request);
    const props = { ...propsOf(around, context), formKey: keyOf(values) };
    const { peopleSheetWords } = context.wording;
    if (!sent.file && sent.pasted.trim() === '')
      return pageOf({ ...props, notice: <Notice text={peopleSheetWords.nothing} /> }, 400);
    const caller = {
      person: context.person,
      key: { value: props.formKey, request: digestOf(request, values) },
      ifMatch: null,
    };
    const answered = values.bevestigd === undefined ? null : await this.together.answered(caller);
    if (answered !== null) return seeOther(answered);
    const asked = askedIn(values, context);
    const said = await this.sheets.said(context, sent, asked);
    if (values.bevestigd === undefined && isReadyToRecord(said)) {
      const kept = { ...values, sleutel: props.formKey, sheet: said.text, naast: said.beside };
      if (await this.drafts.keepForCheck(context.person.id, props.action, kept))
        return seeOther(`${props.action}?controle=${props.formKey}`);
    }
    if (values.bevestigd === undefined || !isReadyToRecord(said) || !hasAsks(said))
      return pageOf({ ...props, said }, isReadyToRecord(said) ? 200 : 400);
    if (values.gelezen !== said.readAt) return meanwhile(props, said);
    const done = await this.record(caller, context, props, said);
    return done ?? meanwhile(props, await this.sheets.said(context, sent, { ...asked, isJudgedLater: false }));
  }

  /** @returns null where some of them are refused by now */
  private async record(caller: Caller, context: FormContext, props: Props, said: DecisionsSaid): Promise<Page | null> {
    const asks = await asksOf(said);
    const given = await this.together.give('record-decision', caller, context.place.dossier, asks, ([first]) =>
      afterRecording(props.action, first),
    );
    return 'refused' in given ? null : seeOther(given.answer);
  }
}

const noRows = { wrong: '', right: '' };

/** A page on its way: without its rows, which are drawn a few at a time. */
type Props = Omit<DecisionsSheetProps, 'rows'>;

async function pageOf(props: Props, status: 200 | 400 | 409 = 200): Promise<Page> {
  const { wording } = props.around;
  const rows = await inSlices(sheetRows(props.said?.lines ?? [], wording));
  return shown(<DecisionsSheetPage {...props} rows={rows} />, wording, status);
}

const meanwhile = (props: Props, said: DecisionsSaid): Promise<Page> =>
  pageOf({ ...props, said, notice: <Notice text={props.around.wording.decisionsSheetWords.meanwhile} /> }, 409);

const Notice = ({ text }: { text: string }) => (
  <Alert tone="warning" live>
    <Paragraph>{text}</Paragraph>
  </Alert>
);

const Done = ({ n, href }: { n: number; href: string }) => {
  const { decisionsSheetWords: words } = useWording();
  return (
    <Alert tone="ok" live>
      <Paragraph>{words.done(n)}</Paragraph>
      <Paragraph>
        <Link href={href}>{words.toDecided}</Link>
      </Paragraph>
    </Alert>
  );
};

function askedIn(values: Values, { reading: { dossier } }: FormContext): AskedOfDecisions {
  const gates = new Set(dossier.plan.gates.keys());
  const meanings = new Map<number, Meaning | null>();
  for (const [name, value] of Object.entries(values)) {
    const at = /^kolom\/(\d{1,2})$/.exec(name)?.[1];
    if (at !== undefined) meanings.set(Number(at), meaningOf(value, gates));
  }
  const at = gates.has(values.moment ?? '') ? (values.moment ?? null) : null;
  const isJudgedLater = values.bevestigd !== undefined;
  return {
    meanings,
    at,
    isJudgedLater,
    source: { title: (values.bron ?? '').trim(), url: (values.bronLink ?? '').trim() },
  };
}

function propsOf(around: Surroundings, { reading, at, wording }: FormContext): Props {
  const { dossier } = reading;
  const { plan } = dossier;
  const put = [...plan.gates.keys()].filter((gate) => currentRound(dossier, gate) !== null);
  return {
    around: inDossier(around, dossier),
    trail: [
      { href: '/trajecten', label: wording.frame.dossiers },
      { href: at.now.dossier, label: dossier.title ?? erased },
    ],
    action: at.now.decisionsSheet,
    cancel: at.now.dossier,
    gates: put.map((value) => ({ value, label: plan.phases.get(value)?.title ?? value })),
    said: null,
    formKey: '',
    notice: null,
  };
}

/** Who records decisions for anybody here: looked for no further than what settles it. @throws Refusal 403 for others */
function* mayRecord({ occasion, reading: { dossier } }: FormContext): InSteps<void> {
  let told: Refusal | null = null;
  for (const gate of dossier.plan.gates.keys())
    for (const body of askedAt(dossier, gate)) {
      const refusal = refusalOf(occasion, 'record-decision', { gate }, { body });
      if (refusal === null) return;
      if (refusal.told['not-your-role']) throw refusal; // no role of theirs does so, whoever it is for
      told ??= refusal;
      yield;
    }
  throw told ?? new Refusal('not-your-role');
}
