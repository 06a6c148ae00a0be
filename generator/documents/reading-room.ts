import path from 'node:path';
import { memoryUsage } from 'node:process';
import { Worker } from 'node:worker_threads';
import type { Catalogue } from '../../plan/record/schema.js';
import type { DraftedDocument } from './draft-document.js';
import type { ReadingAnswer, ReadingOrder } from './reading-thread.js';
import { MOST, UnreadableDocument } from './unreadable-document.js';

/** Beside the bundle this is part of, what the thread runs. */
const BUNDLE = 'planbook-reading.cjs';
/** Between two looks at the memory, in ms: what fills it fastest adds some tens of megabytes meanwhile. */
const LOOK_MS = 10;
/**
 * Far above what is allowed: a heap that runs out while one great array grows ends the whole process, not the thread, so that
 * the look, which sees all memory and not the heap alone, has to come first.
 */
const HEAP = { maxOldGenerationSizeMb: 4096 };

/** Where documents are read, one after another. */
export interface ReadingRoom {
  /** Throws {@link UnreadableDocument}, also for what takes more time or memory than a document may. */
  read(file: string, catalogue: Catalogue): Promise<DraftedDocument>;
  close(): Promise<void>;
}

/** A thread in which documents are read, so that none, however it is made, hangs the program or fills the machine: it is ended then, and the next document gets another. */
export function readingRoom(mostSeconds: number): ReadingRoom {
  let thread: Worker | null = open();
  let hasCatalogue = false;
  return {
    read: async (file, catalogue) => {
      if (thread === null) [thread, hasCatalogue] = [open(), false];
      const answer = await within(thread, hasCatalogue ? { file } : { file, catalogue }, mostSeconds);
      hasCatalogue = true;
      if ('drafted' in answer) return answer.drafted;
      if ('refused' in answer) throw new UnreadableDocument(answer.refused);
      if ('failed' in answer) throw new UnreadableDocument(`cannot be read (${answer.failed}); save it as text, and please report it`);
      await thread.terminate();
      thread = null;
      throw new UnreadableDocument(answer.ended);
    },
    close: async () => {
      await thread?.terminate();
    },
  };
}

function open(): Worker {
  const thread = new Worker(path.join(__dirname, BUNDLE), { resourceLimits: HEAP });
  // Told with the order it was at; before the first there is none to hear it.
  thread.on('error', () => undefined);
  return thread;
}

/** What the thread answers, or why it has to be ended. */
function within(thread: Worker, order: ReadingOrder, mostSeconds: number): Promise<ReadingAnswer | { ended: string }> {
  const [began, before] = [performance.now(), memoryUsage.rss()];
  return new Promise((resolve) => {
    const done = (answer: ReadingAnswer | { ended: string }): void => {
      clearInterval(look);
      thread.off('message', done).off('error', died).off('exit', exited);
      resolve(answer);
    };
    const died = (error: NodeJS.ErrnoException): void => {
      done({ ended: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_LARGE : `cannot be read (${error.message}); save it as text, and please report it` });
    };
    const exited = (): void => {
      done({ ended: 'cannot be read (its thread ended); save it as text, and please report it' });
    };
    const look = setInterval(() => {
      if (memoryUsage.rss() - before > MOST.memoryBytes) done({ ended: TOO_LARGE });
      else if (performance.now() - began > mostSeconds * 1000)
        done({ ended: `takes longer than ${mostSeconds} s to read; save it as text, or allow more with --time-limit` });
    }, LOOK_MS);
    thread.on('message', done).on('error', died).on('exit', exited);
    thread.postMessage(order);
  });
}

const TOO_LARGE = `takes more than ${MOST.memoryBytes / 1e9} GB of memory to read, more than any plan; save it as text`;
