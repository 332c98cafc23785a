// Every command on a running dossier over HTTP: one route for each line of the table of calls.
import { Controller, Param, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../app/caller.js';
import type { Done } from '../app/recorder.js';
import { Dossiers } from '../app/dossiers.js';
import type { Asked, CommandName, PayloadOf, PlaceOf } from '../domain/commands/commands.js';
import { sendAccepted, sendTold } from '../http/answer.js';
import { Calls, Sent } from '../http/asked.js';
import { calls, type Call } from './calls.js';
import type { CallPlace } from './command-answers.js';
import { Command } from './describe.js';

type Payload = Asked<PayloadOf<CommandName>>;

@ApiTags('vastleggen')
@Controller('api/v1/dossiers/:dossier')
export class CommandsController {
  constructor(readonly dossiers: Dossiers) {}
}

/** Adds the call to the controller, as a method with decorators would be written there. */
function route({ command, path, shape, answer, dryRun }: Call): void {
  async function give(this: CommandsController, caller: Caller, at: CallPlace, asked: Payload, reply: FastifyReply) {
    const { dossier, ...names } = at;
    const place = names as PlaceOf<CommandName>; // the path names just the place of its command
    if (dryRun && 'payload' in asked && dryRun.isAsked(asked.payload)) {
      const tried = await this.dossiers.try(command, caller, dossier, place, asked);
      return sendTold(reply, dryRun.made(tried, asked.payload), tried.dossier.sequence);
    }
    const render = (done: Done): string => answer.made(done, at);
    const made = await this.dossiers.give(command, caller, dossier, place, asked, render);
    return sendAccepted(reply, made);
  }
  const here = CommandsController.prototype;
  const method = { configurable: true, value: Object.defineProperty(give, 'name', { value: command }) };
  Object.defineProperty(here, command, method);
  [Calls(), Param(), Sent(shape), Res()].forEach((argument, i) => {
    argument(here, command, i);
  });
  for (const decorate of [Post(path), Command(shape, answer.schema, dryRun?.schema)]) decorate(here, command, method);
}

calls.forEach(route);
