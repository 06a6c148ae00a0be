import type { Engine } from './engine.js';
import type { EngineAnswer, EngineCall, EngineMethod } from './engine-call.js';

/** The engine as the pane sees it: every answer is awaited. */
export type RemoteEngine = { [Key in EngineMethod]: (...args: Parameters<Engine[Key]>) => Promise<Awaited<ReturnType<Engine[Key]>>> };

/** The engine, and the only way to stop what it is at. */
export interface EngineRoom {
  engine: RemoteEngine;
  /** Ends the worker: what it has not answered is refused with `why`. The next question finds an engine that knows nothing. */
  stop(why: Error): void;
}

interface Question {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** Puts the engine into a worker of its own. */
export function startEngine(): EngineRoom {
  const waiting = new Map<number, Question>();
  let last = 0;
  const refuseAll = (why: Error): void => {
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  };
  const start = (): Worker => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { name: 'engine' });
    worker.addEventListener('message', ({ data }: MessageEvent<EngineAnswer>) => {
      const asked = waiting.get(data.number);
      waiting.delete(data.number);
      if ('failed' in data) asked?.reject(new Error(data.failed));
      else asked?.resolve(data.result);
    });
    worker.addEventListener('error', ({ message }) => refuseAll(new Error(message)));
    return worker;
  };
  let worker = start();
  const ask =
    (method: EngineMethod) =>
    (...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ number: last, method, args } satisfies EngineCall);
      });
  return {
    engine: new Proxy({} as RemoteEngine, { get: (_, method) => ask(method as EngineMethod) }),
    stop: (why) => {
      worker.terminate();
      refuseAll(why);
      worker = start();
    },
  };
}
