// What everything over HTTP shares, for every module: the places that they fill, and how the server stops.
import { Global, Module } from '@nestjs/common';
import { Places } from './places.js';
import { Metrics } from './metrics.js';
import { SecurityTrace } from './security-trace.js';
import { Stopping } from './stopping.js';

@Global()
@Module({ providers: [Places, Stopping, SecurityTrace, Metrics], exports: [Places] })
export class HttpModule {}
