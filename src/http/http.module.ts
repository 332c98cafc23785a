// What everything over HTTP shares, for every module: the places that they fill, and how the server stops.
import { Global, Module } from '@nestjs/common';
import { Admission } from './admission.js';
import { Places } from './places.js';
import { Metrics } from './metrics.js';
import { SecurityTrace } from './security-trace.js';
import { Stopping } from './stopping.js';

@Global()
@Module({ providers: [Admission, Places, Stopping, SecurityTrace, Metrics], exports: [Admission, Places] })
export class HttpModule {}
