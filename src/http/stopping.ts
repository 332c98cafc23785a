// How the server stops: it takes no connections any more, lets requests in flight finish, and cuts what is left after
// ten seconds. Nest closes the server between the two calls.
import type { Server } from 'node:http';
import { Injectable, type OnApplicationShutdown, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Log } from '../store/process/log.js';
import { tellStop } from '../store/process/server-told.js';

const stopMax = 10_000;
const sweepEvery = 50;

@Injectable()
export class Stopping implements OnModuleDestroy, OnApplicationShutdown {
  private sweeping: NodeJS.Timeout | undefined;
  private cutting: NodeJS.Timeout | undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly log: Log,
  ) {}

  onModuleDestroy(): void {
    tellStop(this.log);
    const server = this.host.httpAdapter.getHttpServer() as Server; // Nest knows no kind of server
    this.sweeping = setInterval(() => server.closeIdleConnections(), sweepEvery);
    this.cutting = setTimeout(() => server.closeAllConnections(), stopMax);
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping);
    clearTimeout(this.cutting);
  }
}
