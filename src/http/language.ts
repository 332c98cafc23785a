// In which language a request is answered. There is one; what a visitor chooses is to be read here.
import { languages, type Wording } from '../wording/wording.js';

export const wordingAsked = (): Wording => languages.nl;
