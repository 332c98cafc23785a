// What pages share, for every module that makes some.
import { Global, Module } from '@nestjs/common';
import { Around } from './asked.js';

@Global()
@Module({ providers: [Around], exports: [Around] })
export class PageModule {}
