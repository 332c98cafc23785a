// How a diagram looks: part of the stylesheet of all pages, and put into a file that stands on its own.
import { readFileSync } from 'node:fs';

export const diagramStyles = readFileSync(new URL('./diagram.css', import.meta.url), 'utf8');
