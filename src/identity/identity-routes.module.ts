// People over HTTP: the API, and the pages to sign in on, which any page may lead to. Only where something is served.
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { SignInPages } from '../http/page/sign-in-pages.js';
import { Places } from '../http/places.js';
import { AccountController } from './account.controller.js';
import { FactorController } from './factor.controller.js';
import { PeopleController } from './people.controller.js';
import { PeopleRecord } from './people-record.js';
import { SignInController } from './sign-in.controller.js';
import { OwnSignInPages } from './sign-in-page.js';
import { ShellLinks } from './shell-links.js';
import { TokensController } from './tokens.controller.js';

@Global()
@Module({
  providers: [{ provide: SignInPages, useClass: OwnSignInPages }, ShellLinks],
  controllers: [TokensController, PeopleController, SignInController, AccountController, FactorController],
  exports: [SignInPages],
})
export class IdentityRoutesModule implements OnModuleInit {
  constructor(
    private readonly places: Places,
    private readonly record: PeopleRecord,
  ) {}

  /** Everybody works on, so it takes nobody off the air: it is told while it is so. */
  onModuleInit(): void {
    const read = () => Promise.resolve({ works: true, ...(this.record.damagedAt !== null && { says: 'damaged' }) });
    this.places.ready.push({ name: 'people', read });
  }
}
