// Whom to reach at a gate, and what was noted about each body there, as somebody may see it.
import { Injectable } from '@nestjs/common';
import { BodyNotes } from '../../app/body-notes.js';
import { isStopped, phaseState } from '../../domain/dossier/state.js';
import { Directory } from '../../store/directory.js';
import type { FormContext } from '../forms/form-kind.js';
import { mayNote, mayRemind } from './may-remind.js';
import type { Reach, ReachAt } from '../pages/gate/reach.js';
import { isPast } from '../visit/visit.js';

const nobody: ReachAt = () => new Map<string, Reach>();

@Injectable()
export class Reaching {
  constructor(
    private readonly directory: Directory,
    private readonly notes: BodyNotes,
  ) {}

  /** Of nobody in a look back: how to reach somebody is of now. */
  async in(context: FormContext): Promise<ReachAt> {
    const { reading, today, at } = context;
    const { dossier, viewer } = reading;
    const gates = [...dossier.plan.gates.keys()];
    if (isPast(context) || !gates.some((gate) => mayRemind(context, gate))) return nobody;
    const notes = gates.some((gate) => mayNote(context, gate)) ? await this.notes.of(dossier) : [];
    return (gate) => {
      const isFormer = gate.round < phaseState(dossier, gate.id).round;
      if (isFormer || !mayRemind(context, gate.id)) return nobody(gate);
      const writes = mayNote(context, gate.id);
      const takesMore = writes && !isStopped(dossier);
      const reachOf = (body: string): Reach => {
        const note = writes ? notes.find((one) => one.gate === gate.id && one.body === body) : undefined;
        return {
          people: this.directory.contactsOf(body, today),
          note: note ? { text: note.text, by: viewer.nameOf(note.writtenBy), at: note.writtenAt } : null,
          write: takesMore && body !== gate.ruledBy ? at.now.note(gate.id, body) : null,
        };
      };
      return new Map([...gate.electorate, gate.ruledBy].map((body) => [body, reachOf(body)]));
    };
  }
}
