// Every command on a running dossier over HTTP: a controller of one route for each line of the table of calls.
import { Controller, Param, Post, type Type } from '@nestjs/common';
import type { Caller } from '../store/caller.js';
import { Corrections } from '../app/corrections.js';
import { Dossiers } from '../app/dossiers.js';
import type { CommandResult } from '../app/recorder.js';
import type { CommandName, PlaceOf } from '../domain/commands/commands.js';
import { answerAccepted, answerDryRun, type Answer } from '../http/answer.js';
import { CallerParam, CommandOrCorrection, type Said } from '../http/parameters.js';
import { calls, type Call } from './calls.js';
import type { CallPlace } from './command-answers.js';
import { Command, Tagged } from '../http/describe.js';

function controllerOf(call: Call): Type {
  const { command, path, answer, dryRun, fact } = call;

  @Tagged('vastleggen')
  @Controller('api/v1/dossiers/:dossier')
  class CommandController {
    constructor(
      private readonly dossiers: Dossiers,
      private readonly corrections: Corrections,
    ) {}

    @Post(path)
    @Command(call)
    async give(
      @CallerParam() caller: Caller,
      @Param() at: CallPlace,
      @CommandOrCorrection(call) asked: Said,
    ): Promise<Answer> {
      const { dossier, ...names } = at;
      const place = names as PlaceOf<CommandName>; // the path names just the place of its command
      if (dryRun && 'payload' in asked && dryRun.isAsked(asked.payload)) {
        const tried = await this.dossiers.try(command, caller, dossier, place, asked);
        return answerDryRun(dryRun.render(tried, asked.payload), tried.dossier.sequence);
      }
      const render = (done: CommandResult): string => answer.render(done, at);
      if ('correction' in asked) {
        if (!fact) throw new Error(`nothing that ${command} records is corrected`);
        return answerAccepted(await this.corrections.give(fact, caller, dossier, names, asked.correction, render));
      }
      return answerAccepted(await this.dossiers.give(command, caller, dossier, place, asked, render));
    }
  }
  return CommandController;
}

export const commandControllers = calls.map(controllerOf);
