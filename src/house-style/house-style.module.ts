// How the pages of a region look: its name, its logo and its accent, set by who gives roles.
import { Module, type OnModuleInit } from '@nestjs/common';
import { managesPeople } from '../domain/permissions.js';
import { Places } from '../http/places.js';
import { forgetProposedStyles } from '../store/house-styles.js';
import { Tidying } from '../store/tidying.js';
import { HouseStyleAssetsController } from './assets.controller.js';
import { HouseStyleBook } from './book.js';
import { HouseStyleController } from './house-style.controller.js';
import { houseStylePath } from './paths.js';
import { Styles } from './styles.js';

@Module({ providers: [Styles, HouseStyleBook], controllers: [HouseStyleController, HouseStyleAssetsController] })
export class HouseStyleModule implements OnModuleInit {
  constructor(
    private readonly places: Places,
    private readonly tidying: Tidying,
    private readonly styles: Styles,
  ) {}

  onModuleInit(): void {
    this.places.house = this.styles;
    this.places.menu.push({
      href: houseStylePath,
      label: ({ houseStyle }) => houseStyle.title,
      isFor: managesPeople,
      group: 'managing',
    });
    this.tidying.forgets.push(forgetProposedStyles);
  }
}
