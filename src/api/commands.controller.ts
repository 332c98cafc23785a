// Every command on a running dossier over HTTP: a controller of one route for each line of the table of calls.
import { Controller, Param, Post, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../store/caller.js';
import { Dossiers } from '../app/dossiers.js';
import type { Done } from '../app/recorder.js';
import type { Asked, CommandName, PlaceOf } from '../domain/commands/commands.js';
import { answerAccepted, answerTold, type Answer } from '../http/answer.js';
import { CallerParam, CommandBody } from '../http/asked.js';
import { calls, type Call } from './calls.js';
import type { CallPlace } from './command-answers.js';
import { Command } from '../http/describe.js';

function controllerOf(call: Call): Type {
  const { command, path, says, answer, dryRun } = call;

  @ApiTags('vastleggen')
  @Controller('api/v1/dossiers/:dossier')
  class CommandController {
    constructor(private readonly dossiers: Dossiers) {}

    @Post(path)
    @Command(call)
    async give(
      @CallerParam() caller: Caller,
      @Param() at: CallPlace,
      @CommandBody(says) asked: Asked<object>,
    ): Promise<Answer> {
      const { dossier, ...names } = at;
      const place = names as PlaceOf<CommandName>; // the path names just the place of its command
      if (dryRun && 'payload' in asked && dryRun.isAsked(asked.payload)) {
        const tried = await this.dossiers.try(command, caller, dossier, place, asked);
        return answerTold(dryRun.made(tried, asked.payload), tried.dossier.sequence);
      }
      const render = (done: Done): string => answer.made(done, at);
      return answerAccepted(await this.dossiers.give(command, caller, dossier, place, asked, render));
    }
  }
  return CommandController;
}

export const commandControllers = calls.map(controllerOf);
