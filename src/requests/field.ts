// A field of a request: one judgement of its value, from which come its validation, its error codes and its schema.
import 'reflect-metadata';
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

const judgement = Symbol('judgement');

/** class-validator keeps no context of what it finds wrong, so that the judgement is also kept beside the field. */
const judged = (judge: Judge): PropertyDecorator =>
  applyDecorators(
    ValidateBy({ name: 'field', validator: { validate: (value) => judge(value).length === 0 } }),
    (target: object, property: string | symbol) => Reflect.defineMetadata(judgement, judge, target, property),
  );

/** The judgement of a field of this request. */
export const judgeOf = (request: object, field: string): Judge | undefined =>
  Reflect.getMetadata(judgement, request, field) as Judge | undefined; // put there by `judged`
