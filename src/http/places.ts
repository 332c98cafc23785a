// The places that modules fill: what is shown or told there is a list, and what shows it knows none of those who fill it.
import { Injectable } from '@nestjs/common';

/** An entry of the menu at the top of every page. */
export interface MenuEntry {
  href: string;
  label: string;
}

/** A line of what `/health/ready` says. */
export interface ReadyLine {
  name: string;
  /** @returns what is said; nothing where it is only whether the process can work */
  read(): Promise<{ works: boolean; says?: number | string }>;
}

/** Accounts that anyone may use, and the password of each of them. */
export interface OpenAccounts {
  accounts: { email: string; title: string }[];
  password: string;
}

@Injectable()
export class Places {
  /** In the order of the modules. */
  readonly menu: MenuEntry[] = [];
  readonly ready: ReadyLine[] = [];
  /** Shown where one signs in. */
  readonly openAccounts: OpenAccounts[] = [];
}
