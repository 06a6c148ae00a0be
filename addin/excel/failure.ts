import type { MessageCode } from '../../plan/messages/message.js';

/** Something the pane could not do: what happened and what to do, by message code. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly code: MessageCode,
    readonly args: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

const KNOWN: Record<string, MessageCode> = {
  InvalidOperationInCellEditMode: 'failure.editing',
  AccessDenied: 'failure.protected',
  ResponsePayloadSizeLimitExceeded: 'failure.too-much',
  RequestPayloadSizeLimitExceeded: 'failure.too-much',
  ItemNotFound: 'failure.gone',
  ApiNotFound: 'failure.too-old',
  ActivityLimitReached: 'failure.busy',
};

/** The failure behind anything thrown; what is not known is told in Excel's own words. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  const known = typeof code === 'string' ? KNOWN[code] : undefined;
  const told = typeof message === 'string' ? message : String(error);
  return known === undefined ? new Failure('failure.unknown', { told }, { cause: error }) : new Failure(known, { told }, { cause: error });
}

/** More than an answer may hold: the same can be asked for in smaller pieces. */
export const isTooMuch = (error: unknown): boolean => (Object(error) as { code?: unknown }).code === 'ResponsePayloadSizeLimitExceeded';

/** Thrown where the reader has chosen Cancel: nothing to tell. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled();
}
