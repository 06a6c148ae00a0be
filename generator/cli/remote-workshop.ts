import path from 'node:path';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { MakeOptions } from './make-plan.js';
import { type Workshop, workshop } from './workshop.js';

/** What a thread is told when it starts, by which the command line knows that it is one. */
export interface ThreadOrder {
  workshop: MakeOptions;
}

export const isThreadOrder = (data: unknown): data is ThreadOrder => typeof data === 'object' && data !== null && 'workshop' in data;

type Call = { [Name in keyof Workshop]: { call: Name; argument: Parameters<Workshop[Name]>[0] } }[keyof Workshop];
type Answer = { value: unknown } | { error: string };
const READY = 'ready';
/** Beside the bundle this is part of, what starts it. */
const BUNDLE = 'planbook.cjs';

/** Does in this thread what the main thread asks for, one thing after another. */
export function serveWorkshop(port: MessagePort, { workshop: options }: ThreadOrder): void {
  const shop = workshop(options);
  const answer = async (asked: Call): Promise<void> => {
    if (asked.call === 'close') port.close();
    else
      try {
        const value = await answerTo(shop, asked);
        port.postMessage({ value } satisfies Answer);
      } catch (error) {
        port.postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies Answer);
      }
  };
  port.on('message', (call: Call) => void answer(call));
  port.postMessage(READY);
}

function answerTo(shop: Workshop, asked: Call): Promise<unknown> {
  if (asked.call === 'make') return shop.make(asked.argument);
  if (asked.call === 'keep') return shop.keep(asked.argument);
  return asked.call === 'compare' ? shop.compare(asked.argument) : shop.close();
}

/** A thread that could not go on: what it was at is lost, the rest is not. */
class ThreadEnded extends Error {}

/** A workshop in a thread of its own, started from the same bundle. Throws {@link ThreadEnded} where none starts; ends at once on the signal. */
export async function remoteWorkshop(options: MakeOptions, signal: AbortSignal): Promise<Workshop> {
  const order: ThreadOrder = { workshop: options };
  const worker = new Worker(path.join(__dirname, BUNDLE), { argv: ['generate'], workerData: order });
  const waiting: { resolve: (value: unknown) => void; reject: (error: Error) => void }[] = [];
  let ended: ThreadEnded | null = null;
  const end = (why: string): void => {
    ended ??= new ThreadEnded(why);
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  const next = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) reject(ended);
      else waiting.push({ resolve, reject });
    });
  const ask = (call: Call): Promise<unknown> => {
    worker.postMessage(call);
    return next();
  };
  worker.on('message', (answer: Answer | typeof READY) => {
    const first = waiting.shift();
    if (answer === READY) first?.resolve(null);
    else if ('error' in answer) first?.reject(new Error(answer.error));
    else first?.resolve(answer.value);
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out of memory; NODE_OPTIONS=--max-old-space-size=4096 allows 4 GB' : error.message);
  });
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      end('its thread ended');
      resolve();
    });
  });
  const abort = (): void => void worker.terminate();
  signal.addEventListener('abort', abort, { once: true });
  void exited.then(() => {
    signal.removeEventListener('abort', abort);
  });
  await next();
  return {
    make: (argument) => ask({ call: 'make', argument }) as ReturnType<Workshop['make']>,
    keep: (argument) => ask({ call: 'keep', argument }) as ReturnType<Workshop['keep']>,
    compare: (argument) => ask({ call: 'compare', argument }) as ReturnType<Workshop['compare']>,
    close: async () => {
      worker.postMessage({ call: 'close', argument: undefined } satisfies Call);
      await exited;
    },
  };
}
