// What programs look for at every site: where to tell of a hole in its security (RFC 9116), and that nothing is to be found.
import { Controller, Get } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import { Answer } from '../http/answer.js';
import { Clock, dayLong } from '../store/process/clock.js';
import { Configuration } from '../store/process/configuration.js';

const text = { 'content-type': 'text/plain; charset=utf-8' };
/** For so many days it can be relied on; the RFC asks for less than a year. */
const validDays = 90;

@Controller()
export class WellKnownController {
  constructor(
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  @Get('.well-known/security.txt')
  security(): Answer {
    const { securityContact, baseUrl } = this.configuration;
    if (securityContact === undefined) throw new Refusal('unknown-path');
    const lines = [
      `Contact: ${securityContact}`,
      `Expires: ${this.clock.after(validDays * dayLong)}`,
      'Preferred-Languages: nl, en',
      `Canonical: ${baseUrl}/.well-known/security.txt`,
    ];
    return new Answer(200, text, lines.map((line) => `${line}\n`).join(''));
  }

  /** What is here is for who is signed in. */
  @Get('robots.txt')
  robots(): Answer {
    return new Answer(200, text, 'User-agent: *\nDisallow: /\n');
  }
}
