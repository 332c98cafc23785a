// Who everyone is: people and their roles, and how they sign in.
import { Module } from '@nestjs/common';
import { Accounts } from './accounts.js';
import { Directory } from './directory.js';
import { Invitations } from './invitations.js';
import { People } from './people.js';
import { PlansModule } from './plans.module.js';
import { Secrets } from './secrets.js';

@Module({
  imports: [PlansModule],
  providers: [Directory, Secrets, Accounts, Invitations, People],
  exports: [Directory, Secrets, Accounts, People],
})
export class PeopleModule {}
