import { parentPort, workerData } from 'node:worker_threads';
import { CommanderError } from 'commander';
import { makeProgram } from './cli/program.js';
import { consoleOutput, EXIT } from './cli/output.js';
import { isThreadOrder, serveWorkshop } from './cli/remote-workshop.js';

/** The command line: parses the arguments, runs the command, sets the exit code. */
async function run(): Promise<number> {
  let code: number = EXIT.fine;
  const program = makeProgram(consoleOutput, (result) => (code = result));
  try {
    await program.parseAsync(process.argv);
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.unusable;
    throw error;
  }
}

// Whoever reads the output may stop reading (| head): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

if (parentPort && isThreadOrder(workerData)) serveWorkshop(parentPort, workerData);
else
  void run().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`planbook: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = EXIT.unusable;
    },
  );
