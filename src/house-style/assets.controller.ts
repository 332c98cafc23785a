// What the pages of a region link to: its logo, and the few tokens of its accent. The same for everybody.
import { Controller, Get, Param } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import { Answer } from '../http/answer.js';
import { Database } from '../store/database.js';
import { houseStyle } from '../store/house-styles.js';
import { contentAt, Styles } from './styles.js';

const yearSeconds = 31_536_000;

@Controller('huisstijl')
export class HouseStyleAssetsController {
  constructor(
    private readonly styles: Styles,
    private readonly database: Database,
  ) {}

  /** @throws Refusal unknown-path */
  @Get(':region/:version/:file')
  async content(@Param() { region, version, file }: Record<'region' | 'version' | 'file', string>): Promise<Answer> {
    const number = /^[1-9]\d{0,8}$/.test(version) ? Number(version) : 0;
    const counting = this.styles.of(region);
    const style = counting?.version === number ? counting : await houseStyle(this.database.manager, region, number);
    const found = style && contentAt(style, `/huisstijl/${region}/${version}/${file}`);
    if (!found) throw new Refusal('unknown-path');
    const headers = { 'content-type': found.type, 'Cache-Control': `public, max-age=${yearSeconds}, immutable` };
    return new Answer(200, headers, found.body);
  }
}
