/** Says on a terminal how far a long command is, on one line that the next overwrites; in a log it says nothing. */
export function progress(total: number, stream: NodeJS.WriteStream = process.stderr): { step(name: string): void; done(): void } {
  const shown = stream.isTTY && total > 1;
  let count = 0;
  return {
    step: (name) => {
      count += 1;
      if (shown) stream.write(`\r\u001b[K${count}/${total} ${name}`);
    },
    done: () => {
      if (shown) stream.write('\r\u001b[K');
    },
  };
}
