// The routes of the API are those of the controllers that belong to it, and one that says nothing of itself is no oversight.
import 'reflect-metadata';
import { Controller, Get, Module, Param, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { ReadPlain, Tagged } from '../../src/http/describe.js';
import { Routes } from '../../src/http/routes.js';

@Tagged('dossiers')
@Controller('api/v1/dossiers')
class GoodController {
  @Get(':dossier/gates/:gate')
  @ReadPlain('Gate')
  gate(@Param('gate') name: string) {
    return this.helped(name);
  }

  private helped(name: string) {
    return name;
  }
}

@Controller('trajecten')
class PageController {
  @Get()
  list() {
    return [];
  }
}

@Controller('api/v1/odd')
class UntaggedController extends PageController {}

@Tagged('mensen')
@Controller('api/v1/people')
class SilentController {
  @Get()
  list() {
    return [];
  }
}

async function routesOf(...controllers: Type[]) {
  @Module({ imports: [DiscoveryModule], providers: [Routes], controllers })
  class OddModule {}
  const context = await NestFactory.createApplicationContext(OddModule, { logger: false, abortOnError: false });
  try {
    return context.get(Routes).ofApi();
  } finally {
    await context.close();
  }
}

it('are described as they are served, and those of pages are none of them', async () => {
  const [route, ...more] = await routesOf(PageController, GoodController);
  expect(more).toEqual([]);
  expect(route).toMatchObject({
    operationId: 'good-gate',
    method: 'get',
    path: '/api/v1/dossiers/{dossier}/gates/{gate}',
    tag: 'dossiers',
    isOpen: false,
  });
});

it.each([
  ['a controller in the API that belongs to no group of calls', UntaggedController, 'UntaggedController is in the API'],
  ['a route that is not described', SilentController, 'SilentController does not describe what list answers'],
])('%s is refused', async (_, controller, words) => {
  await expect(routesOf(controller)).rejects.toThrow(words);
});
