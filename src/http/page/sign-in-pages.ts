// The page on which one signs in. The module that keeps people provides it; whoever asks for it knows nothing of that module.
import type { ReactElement } from 'react';
import type { Surroundings } from './frame.js';

export interface SigningIn {
  /** Where one goes from there. */
  next: string;
  email?: string;
  error?: string | undefined;
  /** A form that was sent by someone who was signed out meanwhile, as it was sent. */
  kept?: string | undefined;
}

export abstract class SignInPages {
  /** @param around of somebody who is not signed in */
  abstract page(around: Surroundings, props: SigningIn): ReactElement;
}
