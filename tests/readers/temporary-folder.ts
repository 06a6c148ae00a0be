import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Runs with a folder of its own, which is gone afterwards. */
export function inTemporaryFolder<T>(run: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'planbook-test-'));
  let result: T;
  try {
    result = run(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  if (!(result instanceof Promise)) {
    rmSync(folder, { recursive: true, force: true });
    return result;
  }
  return result.finally(() => {
    rmSync(folder, { recursive: true, force: true });
  }) as T;
}
