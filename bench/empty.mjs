// An empty application of Nest and Fastify, to compare a start with: one module, one controller, one route.
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

class Live {
  live() {
    return { status: 'ok' };
  }
}
Get('live')(Live.prototype, 'live', Object.getOwnPropertyDescriptor(Live.prototype, 'live'));
Controller('health')(Live);

class Empty {}
Module({ controllers: [Live] })(Empty);

const app = await NestFactory.create(Empty, new FastifyAdapter(), { logger: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');
