import type { Engine } from './engine.js';

/** The engine's questions, by name. */
export type EngineMethod = { [Key in keyof Engine]: Engine[Key] extends (...args: never[]) => unknown ? Key : never }[keyof Engine];

/** One question to the engine in its worker, and its answer. */
export interface EngineCall {
  number: number;
  method: EngineMethod;
  args: unknown[];
}
export type EngineAnswer = { number: number; result: unknown } | { number: number; failed: string };
