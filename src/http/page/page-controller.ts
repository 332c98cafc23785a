// What every controller of pages is: for who is signed in, unless a route is marked open.
import { applyDecorators, Controller, UseGuards, UseInterceptors } from '@nestjs/common';
import { PageInterceptor } from './page.interceptor.js';
import { SignedInGuard } from './signed-in.guard.js';

export const PageController = (path = ''): ClassDecorator =>
  applyDecorators(Controller(path), UseGuards(SignedInGuard), UseInterceptors(PageInterceptor));
