// Hears that a server is told to stop from before it is loaded until it serves: what was begun by then is ended in order.
export const stopSignals = ['SIGTERM', 'SIGINT'] as const;

let isHeard = false;
const hear = (): void => void (isHeard = true);

/** The one of this process: signals are sent to all of it. */
export const stopAsked = {
  listen: (): void => stopSignals.forEach((signal) => process.on(signal, hear)),
  isHeard: (): boolean => isHeard,
  /** To whoever hears it from now on. */
  handOver: (): void => stopSignals.forEach((signal) => process.removeListener(signal, hear)),
};
