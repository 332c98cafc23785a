// What every controller of pages is: for who is signed in, unless a route is marked open, and no part of the API.
import { applyDecorators, Controller, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageInterceptor } from './page.interceptor.js';
import { SignedInGuard } from './signed-in.guard.js';

export const PageController = (path = ''): ClassDecorator =>
  applyDecorators(Controller(path), ApiExcludeController(), UseGuards(SignedInGuard), UseInterceptors(PageInterceptor));
