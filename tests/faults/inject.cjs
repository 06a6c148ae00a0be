// Loaded into the command line before it starts, in each of its threads: makes calls to the file system fail, drag or come too late, as FAULTS tells.
const fs = process.getBuiltinModule('node:fs');
const original = { ...fs };
const { isMainThread } = process.getBuiltinModule('node:worker_threads');

/** @type {{ call: string, name: string, skip?: number, times?: number, code?: string, chunk?: number, remove?: string, append?: string, copy?: [string, string], exit?: boolean, inThreads?: boolean }[]} */
const faults = JSON.parse(process.env.FAULTS ?? '[]');

for (const fault of faults.filter(({ inThreads }) => !inThreads || !isMainThread)) {
  const { call, name, skip = 0, times = Infinity, code, chunk, remove, append, copy, exit } = fault;
  const before = fs[call];
  let calls = 0;
  fs[call] = (...args) => {
    // Files are told by what the names in a call end in; one that is open has no name, and is any.
    const concerned = args.some((arg) => typeof arg === 'string' && arg.endsWith(name)) || name === '*';
    if (!concerned) return before(...args);
    calls += 1;
    if (calls <= skip || calls > skip + times) return before(...args);
    // In a thread of its own, that ends the thread.
    if (exit) process.exit(1);
    if (code !== undefined) throw Object.assign(new Error(`${code}: injected, ${call}`), { code, syscall: call.replace(/Sync$/u, '') });
    if (chunk !== undefined) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
      const [handle, bytes, offset] = args;
      return before(handle, bytes, offset, Math.min(chunk, bytes.length - offset));
    }
    const result = before(...args);
    if (remove !== undefined) original.rmSync(remove, { recursive: true, force: true });
    if (append !== undefined) original.appendFileSync(append, 'x');
    if (copy !== undefined) original.copyFileSync(...copy);
    return result;
  };
}
