// People over HTTP: the API, and the pages to sign in on, which any page may lead to. Only where something is served.
import { Global, Module } from '@nestjs/common';
import { SignInPages } from '../http/page/sign-in-pages.js';
import { PeopleController } from './people.controller.js';
import { SignInController } from './sign-in.controller.js';
import { OwnSignInPages } from './sign-in-page.js';
import { TokensController } from './tokens.controller.js';

@Global()
@Module({
  providers: [{ provide: SignInPages, useClass: OwnSignInPages }],
  controllers: [TokensController, PeopleController, SignInController],
  exports: [SignInPages],
})
export class IdentityRoutesModule {}
