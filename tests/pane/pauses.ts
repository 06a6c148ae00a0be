import type { Browser } from 'playwright-core';

/** The longest the page stood still, in milliseconds: by the clock, and of a processor's time, which neighbours on the machine do not lengthen. */
export interface Pause {
  clock: number;
  processor: number;
}

/** An event of Chromium's trace, of which only what spans time is looked at; microseconds. */
interface Span {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { data?: { url?: string } };
}

const TASK = 'ThreadControllerImpl::RunTask';
/** What the page does, as against the test's own way of handing it Excel's answers, which takes a task of its own. */
const OWN = new Set(['HandlePostMessage', 'FunctionCall', 'TimerFire', 'EvaluateScript', 'UpdateLayoutTree', 'Layout', 'Paint', 'EventDispatch']);

/** Begins to watch the tasks of the browser's threads; `stop` tells the longest of the add-in's page. */
export async function watchPauses(browser: Browser): Promise<{ stop(): Promise<Pause> }> {
  await browser.startTracing(undefined, { categories: ['toplevel', 'devtools.timeline'] });
  return { stop: async () => longestPause(JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Span[] }) };
}

function longestPause({ traceEvents }: { traceEvents: Span[] }): Pause {
  const threadOf = ({ pid, tid }: Span): string => `${pid}:${tid}`;
  const spans = traceEvents.filter(({ ph, dur }) => ph === 'X' && dur !== undefined);
  // Events of the page's worker tell the same address: the page's thread is the one that lays out.
  const threads = new Set(spans.filter(({ name }) => name === 'Layout').map(threadOf));
  const scripts = spans.filter((span) => span.args.data?.url?.includes('/addin/') === true).map(threadOf);
  const thread = scripts.find((each) => threads.has(each));
  const own = spans.filter((span) => threadOf(span) === thread).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const longest: Pause = { clock: 0, processor: 0 };
  let task: Span | undefined;
  for (const span of own) {
    if (span.name === TASK && (task === undefined || span.ts >= task.ts + (task.dur ?? 0))) task = span;
    else if (task && OWN.has(span.name)) {
      longest.clock = Math.max(longest.clock, Math.round((task.dur ?? 0) / 1e3));
      longest.processor = Math.max(longest.processor, Math.round((task.tdur ?? 0) / 1e3));
    }
  }
  return longest;
}
