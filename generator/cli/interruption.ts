import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A wish to stop, from the keyboard or from the system. */
export interface Interruption {
  signal: AbortSignal;
  /** The exit code a shell expects of a command that a signal ended: 130 after Ctrl-C. */
  exitCode(): number;
  /** From here on a signal ends the program at once, as ever. */
  release(): void;
}

/** Hears signals that would end the program, so that it can end in order. */
export function hearInterruption(): Interruption {
  const controller = new AbortController();
  let code = 0;
  const hear = (name: NodeJS.Signals): void => {
    code = 128 + constants.signals[name];
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, hear);
  return {
    signal: controller.signal,
    exitCode: () => code,
    release: () => {
      for (const name of SIGNALS) process.off(name, hear);
    },
  };
}
