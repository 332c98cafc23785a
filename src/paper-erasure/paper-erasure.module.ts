// Erasing a paper that should not be here, by who manages people.
import { Module, type OnModuleInit } from '@nestjs/common';
import { managesPeople } from '../domain/permissions.js';
import { Places } from '../http/places.js';
import { PaperErasures } from './erasures.js';
import { PaperErasurePagesController } from './erasure-pages.controller.js';
import { PaperErasuresController } from './paper-erasures.controller.js';
import { paperErasurePath } from './paths.js';

@Module({
  providers: [PaperErasures],
  controllers: [PaperErasuresController, PaperErasurePagesController],
})
export class PaperErasureModule implements OnModuleInit {
  constructor(private readonly places: Places) {}

  onModuleInit(): void {
    this.places.menu.push({
      href: paperErasurePath,
      label: ({ paperErasure }) => paperErasure.menu,
      isFor: managesPeople,
      group: 'managing',
    });
  }
}
