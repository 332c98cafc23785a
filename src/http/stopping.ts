// How the server stops: it takes no connections any more, lets what has arrived be answered, and waits for nobody who is
// still sending. Nest closes the server between the two calls.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Injectable, type OnApplicationShutdown, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Log } from '../store/process/log.js';
import { tellStop } from '../store/process/server-told.js';

/** For an answer to what has arrived, and for what is still arriving. */
const answerMax = 10_000;
const arriveMax = 500;
const sweepEvery = 50;

@Injectable()
export class Stopping implements OnModuleInit, OnModuleDestroy, OnApplicationShutdown {
  private readonly open = new Set<Socket>();
  /** What is being sent or answered on each connection; nothing on an idle one. */
  private readonly underway = new Map<Socket, IncomingMessage>();
  private sweeping: NodeJS.Timeout | undefined;
  private cutting: NodeJS.Timeout | undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.server.on('connection', (socket: Socket) => {
      this.open.add(socket);
      socket.once('close', () => this.open.delete(socket));
    });
    this.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const { socket } = request;
      this.underway.set(socket, request);
      response.once('close', () => {
        if (this.underway.get(socket) === request) this.underway.delete(socket); // the next may have come already
      });
    });
  }

  onModuleDestroy(): void {
    tellStop(this.log);
    const late = Date.now() + arriveMax;
    this.sweeping = setInterval(() => this.sweep(Date.now() > late), sweepEvery);
    this.cutting = setTimeout(() => this.server.closeAllConnections(), answerMax);
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping);
    clearTimeout(this.cutting);
  }

  /** Node keeps a connection that never sent anything, and one on which half of something came. */
  private sweep(isLate: boolean): void {
    this.server.closeIdleConnections();
    for (const socket of this.open)
      if (isLate ? this.underway.get(socket)?.complete !== true : socket.bytesRead === 0) socket.destroy();
  }

  private get server(): Server {
    return this.host.httpAdapter.getHttpServer() as Server; // Nest knows no kind of server
  }
}
