// A field of a request: one judgement of its value, from which come its validation, its error codes and its schema.
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ValidateBy, ValidateIf } from 'class-validator';
import type { FieldError } from '../domain/refusal.js';

/** What is wrong with a value; pointers are relative to it, empty for the value itself. */
export type Judge = (value: unknown) => FieldError[];

export interface Kind {
  judge: Judge;
  schema: ApiPropertyOptions;
}

const constraint = 'field';

/** A field that must be there. */
export const required = (kind: Kind): PropertyDecorator => field(kind, true);

/** A field that may be left out; null is no way to leave it out. */
export const optional = (kind: Kind): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    field(kind, false),
  );

/** A field of the API that belongs to later work: known, and never accepted and ignored. */
export const notOffered = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    judged(() => [{ pointer: '', code: 'not-offered-here' }]),
  );

function field(kind: Kind, mustBeThere: boolean): PropertyDecorator {
  const judge: Judge = (value) => {
    if (value === undefined) return mustBeThere ? [{ pointer: '', code: 'required' }] : [];
    return kind.judge(value);
  };
  return applyDecorators(judged(judge), ApiProperty({ ...kind.schema, required: mustBeThere } as ApiPropertyOptions));
}

const judged = (judge: Judge): PropertyDecorator =>
  ValidateBy(
    { name: constraint, validator: { validate: (value) => judge(value).length === 0 } },
    { context: { judge } },
  );

/** The judge that refused a property, from the contexts that class-validator hands back. */
export const judgeIn = (contexts: Record<string, unknown> | undefined): Judge | undefined =>
  (contexts?.[constraint] as { judge: Judge } | undefined)?.judge; // put there by `judged`
