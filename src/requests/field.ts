// A field of a request: one judgement of its value, from which come its validation, its error codes and its schema.
import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { IsDefined, ValidateBy } from 'class-validator';
import type { FieldError } from '../domain/refusal.js';

/** What is wrong with a value; pointers are relative to it, empty for the value itself. */
export type Judge = (value: unknown) => FieldError[];

export interface Kind {
  judge: Judge;
  schema: ApiPropertyOptions;
}

/** A field that must be there. */
export const required = (kind: Kind): PropertyDecorator =>
  applyDecorators(
    IsDefined(),
    judged(kind.judge),
    ApiProperty({ ...kind.schema, required: true } as ApiPropertyOptions),
  );

/** A field that may be left out; null is no way to leave it out. */
export const optional = (kind: Kind): PropertyDecorator =>
  applyDecorators(judged(kind.judge), ApiProperty({ ...kind.schema, required: false } as ApiPropertyOptions));

const later = Symbol('later work');

/** Fields of the API that belong to later work: known, and never accepted and ignored. */
export const laterWork = (...fields: string[]): ClassDecorator => Reflect.metadata(later, fields);

export const isLaterWork = (shape: object, field: string): boolean =>
  (Reflect.getMetadata(later, shape) as string[] | undefined)?.includes(field) ?? false; // put there by `laterWork`

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
