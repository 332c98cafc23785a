// Where the pages about other systems are.
import type { Id } from '../domain/vocabulary.js';

export const webhooksPath = '/webhooks';

export const webhookPath = (id: Id): string => `${webhooksPath}/${id}`;
