// How the server stops: it takes no connections any more, lets requests in flight finish, and cuts what is left after
// ten seconds. Nest closes the server between the two calls.
import type { Server } from 'node:http';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { server as words } from '../wording/start.js';

const stopMax = 10_000;
const sweepEvery = 50;

@Injectable()
export class Stopping implements OnModuleDestroy, OnApplicationShutdown {
  private sweeping: NodeJS.Timeout | undefined;
  private cutting: NodeJS.Timeout | undefined;

  constructor(private readonly host: HttpAdapterHost) {}

  onModuleDestroy(): void {
    new Logger('Sluis').log(words.stops);
    const server = this.host.httpAdapter.getHttpServer() as Server; // Nest knows no kind of server
    this.sweeping = setInterval(() => server.closeIdleConnections(), sweepEvery);
    this.cutting = setTimeout(() => server.closeAllConnections(), stopMax);
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping);
    clearTimeout(this.cutting);
  }
}
