/** How often a terminal's line is drawn anew, and how often a log gets a line; ms. */
const REDRAW = 100;
const LOG_EVERY = 30_000;

/** Where progress is told. */
export type Told = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'> & { write(text: string): unknown };

/** Says how far a long command is, how fast it goes and what is left: on a terminal on one line that the next overwrites, in a log in a line now and then. */
export function progress(total: number, stream: Told = process.stderr, now = (): number => performance.now()): { step(name: string): void; done(): void } {
  const began = now();
  const every = stream.isTTY ? REDRAW : LOG_EVERY;
  let told = stream.isTTY ? Number.NEGATIVE_INFINITY : began;
  let count = 0;
  return {
    step: (name) => {
      count += 1;
      if (total < 2 || now() - told < every) return;
      told = now();
      const line = `${pace(count, total, told - began)}  ${name}`;
      stream.write(stream.isTTY ? `\r\u001b[K${line.slice(0, Math.max(stream.columns - 1, 20))}` : `planbook: ${line}\n`);
    },
    done: () => {
      if (stream.isTTY && total > 1) stream.write('\r\u001b[K');
    },
  };
}

/** `1200/3200  45/s  45 s left`; no rate before a second has passed. */
function pace(count: number, total: number, elapsed: number): string {
  const known = elapsed >= 1000 ? `  ${rate((count / elapsed) * 1000)}  ${duration(((total - count) * elapsed) / count / 1000)} left` : '';
  return `${count}/${total}${known}`;
}

const rate = (perSecond: number): string => (perSecond >= 10 ? `${Math.round(perSecond)}/s` : `${perSecond.toFixed(1)}/s`);

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
