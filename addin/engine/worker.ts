import manifest from '../../package.json';
import { Engine } from './engine.js';
import type { EngineAnswer, EngineCall } from './engine-call.js';

const engine = new Engine(manifest.version);

addEventListener('message', ({ data }: MessageEvent<EngineCall>) => {
  postMessage(answer(data));
});

function answer({ number, method, args }: EngineCall): EngineAnswer {
  try {
    return { number, result: (engine[method] as (...each: unknown[]) => unknown).apply(engine, args) };
  } catch (error) {
    return { number, failed: error instanceof Error ? error.message : String(error) };
  }
}
