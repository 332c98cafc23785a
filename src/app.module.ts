// The whole server: the API, the pages, what both answer with when something is refused, and the capabilities.
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { ApiModule } from './api/api.module.js';
import { BackupModule } from './backup/backup.module.js';
import { CalendarsModule } from './calendars/calendars.module.js';
import { capabilities } from './capabilities.js';
import { CoreModule } from './core.module.js';
import { HelpModule } from './help/help.module.js';
import { HouseStyleModule } from './house-style/house-style.module.js';
import { PaperErasureModule } from './paper-erasure/paper-erasure.module.js';
import { HttpModule } from './http/http.module.js';
import { RefusalFilter } from './http/refusal.filter.js';
import { PageModule } from './http/page/page.module.js';
import { IdentityRoutesModule } from './identity/identity-routes.module.js';
import { MailModule } from './mail/mail.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { WebModule } from './web/web.module.js';

@Module({
  imports: [
    CoreModule,
    HttpModule,
    PageModule,
    IdentityRoutesModule,
    ApiModule,
    WebModule,
    BackupModule,
    MailModule,
    HelpModule,
    CalendarsModule,
    HouseStyleModule,
    PaperErasureModule,
    WebhooksModule,
    ...capabilities,
  ],
  providers: [RefusalFilter, { provide: APP_FILTER, useExisting: RefusalFilter }],
})
export class AppModule {}
