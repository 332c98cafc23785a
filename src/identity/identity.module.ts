// Who everyone is: people and their roles, and how they sign in. For every module, by what the core asks of it.
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Administrators, Directory } from '../store/directory.js';
import { LinksShown } from '../store/links-shown.js';
import { PeopleKeeper } from '../store/people-keeper.js';
import { Forgetting } from '../store/forgetting.js';
import { Tidying } from '../store/tidying.js';
import { Accounts } from './accounts.js';
import { Factors } from './factors.js';
import { forgetPerson } from './forget-person.js';
import { Invitations } from './invitations.js';
import { PasswordByLink } from './password-by-link.js';
import { PeopleDirectory } from './people-directory.js';
import { PeopleRecord } from './people-record.js';
import { People } from './people.js';
import { SealedLinks } from './sealed-links.js';
import { Secrets } from './secrets.js';
import { forgetSessions } from './sessions.js';

@Global()
@Module({
  providers: [
    PeopleRecord,
    PeopleDirectory,
    { provide: Directory, useExisting: PeopleDirectory },
    Secrets,
    Accounts,
    Factors,
    Invitations,
    PasswordByLink,
    People,
    { provide: Administrators, useExisting: People },
    { provide: PeopleKeeper, useExisting: People },
    { provide: LinksShown, useClass: SealedLinks },
  ],
  exports: [
    Directory,
    Administrators,
    PeopleKeeper,
    LinksShown,
    PeopleDirectory,
    PeopleRecord,
    Secrets,
    Accounts,
    Factors,
    PasswordByLink,
    People,
  ],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly tidying: Tidying,
    private readonly forgetting: Forgetting,
  ) {}

  onModuleInit(): void {
    this.tidying.forgets.push(forgetSessions);
    this.forgetting.forgets.push(forgetPerson);
  }
}
