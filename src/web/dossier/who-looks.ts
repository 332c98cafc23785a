// Who looks at a page of a dossier: what modules add to it for them, and what they can do.
import { createElement, Fragment, type ReactElement } from 'react';
import type { AddedStep, PageShown, Section } from '../../http/places.js';
import type { FormContext } from '../forms/form-kind.js';
import type { Control } from '../pages/controls.js';
import { ownStepsOf } from './steps.js';

export const whoLooks = ({ reading, person }: FormContext): PageShown => ({
  dossier: reading.dossier.id,
  person,
  day: reading.day,
});

/** What modules add to a page, in their order. */
export const drawn = async <T extends PageShown>(sections: readonly Section<T>[], page: T): Promise<ReactElement> =>
  createElement(Fragment, null, ...(await Promise.all(sections.map(async (section) => section(page)))));

/** The steps of this person in this dossier. */
export const yoursOf = ({ occasion, at, wording }: FormContext, added: readonly AddedStep[]): Control[] =>
  ownStepsOf({ ...occasion, at, wording, added, chairless: [] }) // the page itself says so
    .map(({ label, about, href, day }) => ({ label, about, href, day, why: null }));
