import type { Engine } from './engine.js';
import type { EngineAnswer, EngineCall, EngineMethod } from './engine-call.js';

/** The engine as the pane sees it: every answer is awaited. */
export type RemoteEngine = { [Key in EngineMethod]: (...args: Parameters<Engine[Key]>) => Promise<Awaited<ReturnType<Engine[Key]>>> };

/** Puts the engine into a worker of its own. */
export function startEngine(): RemoteEngine {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { name: 'engine' });
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<EngineAnswer>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if ('failed' in data) asked?.reject(new Error(data.failed));
    else asked?.resolve(data.result);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  });
  const ask =
    (method: EngineMethod) =>
    (...args: unknown[]): Promise<unknown> =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ number: last, method, args } satisfies EngineCall);
      });
  return new Proxy({} as RemoteEngine, { get: (_, method) => ask(method as EngineMethod) });
}
