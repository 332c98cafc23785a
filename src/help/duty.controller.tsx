// What a public body has to tell on a site: whom to ask, what is kept of whom, and how accessible it is. For everybody.
import { Get } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { ReactElement } from 'react';
import { AroundParam } from '../http/page/asked.js';
import type { Surroundings } from '../http/page/frame.js';
import { accessibilityPath, contactPath, privacyPath } from '../http/page/help-paths.js';
import { PageController } from '../http/page/page-controller.js';
import { openToAll } from '../http/server.js';
import { deviceDays, sessionHours } from '../http/cookie-terms.js';
import { keptDays } from '../store/kept-answers.js';
import { Configuration } from '../store/process/configuration.js';
import { quietTrace } from '../store/process/trace-settings.js';
import { productVersion } from '../store/process/version.js';
import { AccessibilityPage, ContactPage, PrivacyPage, type Installation } from './duty-pages.js';

@PageController()
export class DutyController {
  private readonly installation: Installation;

  constructor(configuration: Configuration) {
    this.installation = installationOf(configuration);
  }

  @Get(contactPath)
  @RouteConfig(openToAll)
  contact(@AroundParam() around: Surroundings): ReactElement {
    return <ContactPage around={around} installation={this.installation} />;
  }

  @Get(privacyPath)
  @RouteConfig(openToAll)
  privacy(@AroundParam() around: Surroundings): ReactElement {
    return <PrivacyPage around={around} installation={this.installation} />;
  }

  @Get(accessibilityPath)
  @RouteConfig(openToAll)
  accessibility(@AroundParam() around: Surroundings): ReactElement {
    return <AccessibilityPage around={around} installation={this.installation} />;
  }
}

function installationOf(configuration: Configuration): Installation {
  const { baseUrl, contact, securityContact, duty = {}, trace = quietTrace, backup } = configuration;
  return {
    ...duty,
    site: baseUrl,
    name: contact?.name,
    email: contact?.email && `mailto:${contact.email}`,
    phone: duty.phone && `tel:${duty.phone.replaceAll(/[^+\d]/g, '')}`,
    address: contact?.url === baseUrl ? undefined : contact?.url,
    weakness: securityContact,
    figures: {
      organisation: duty.organisation,
      version: productVersion,
      sessionHours,
      deviceDays,
      answerDays: keptDays,
      securityLogDays: trace.securityLogDays,
      backupsKept: backup?.keep,
    },
  };
}
