// The routes of the API, as Nest itself will serve them: what its decorators keep of each, brought together.
import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Tag } from '../wording/api/api.js';
import { Described, Tagged, type RouteDescription } from './describe.js';

export interface ApiRoute extends RouteDescription {
  /** `dossiers-list`, `commands-rule-gate`: one name for each call. */
  operationId: string;
  method: string;
  /** As OpenAPI writes it: `/api/v1/dossiers/{dossier}`. */
  path: string;
  tag: Tag;
}

/** Of a function: a class, or one of its methods. */
type Known = (...given: never[]) => unknown;

@Injectable()
export class Routes {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  /** Of every controller that belongs to a group of calls, in the order in which Nest knows them. */
  ofApi(): ApiRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? this.of(metatype as Known) : []));
  }

  private of(controller: Known): ApiRoute[] {
    const base = this.reflector.get<string>(PATH_METADATA, controller);
    const tag = this.reflector.get<Tag | undefined>(Tagged.KEY, controller);
    if (tag === undefined) {
      if (base.startsWith('api/')) throw new Error(`${controller.name} is in the API and belongs to no group of calls`);
      return [];
    }
    const prototype = controller.prototype as Record<string, Known>; // that of a class has its methods
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const own = handler && this.reflector.get<string | undefined>(PATH_METADATA, handler);
      if (!handler || own === undefined) return []; // it answers no request
      const description = this.reflector.get<RouteDescription | undefined>(Described.KEY, handler);
      if (!description) throw new Error(`${controller.name} does not describe what ${name} answers`);
      return {
        ...description,
        operationId: description.operationId ?? `${controller.name.replace('Controller', '').toLowerCase()}-${name}`,
        method: RequestMethod[this.reflector.get<RequestMethod>(METHOD_METADATA, handler)].toLowerCase(),
        path: pathOf(base, own),
        tag,
      };
    });
  }
}

const pathOf = (...parts: string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')
    .replaceAll(/:(\w+)/g, '{$1}')}`;
