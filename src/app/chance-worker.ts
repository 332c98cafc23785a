// The thread in which a case is walked thousands of times, so that no request waits for it.
import { parentPort, workerData } from 'node:worker_threads';
import { chanceOf, type ChanceAsked } from '../domain/forecast/chance.js';
import type { ForecastCase } from '../domain/forecast/forecast-case.js';
import { readyCase } from '../domain/forecast/walk.js';
import { loadRules } from './plan-catalogue.js';

const { of, asked } = workerData as { of: ForecastCase; asked: ChanceAsked }; // as who starts this thread gives it
parentPort?.postMessage(chanceOf(readyCase(of, await loadRules()), asked));
