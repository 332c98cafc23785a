// The security log: who came in, who was turned away, and what was changed about who may come in.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { securityTables, securityTriggers } from '../dialect/sqlite-security.js';

export class SecurityLog1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...securityTables, ...securityTriggers]) await runner.query(statement);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup instead');
  }
}
