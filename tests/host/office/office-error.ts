/** Codes as Excel answers them (Excel.ErrorCodes). */
export type ErrorCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'InvalidSelection'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'NotImplemented'
  | 'RequestAborted'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded';

/** What a request fails with; the client makes its own error of it. */
export class OfficeError extends Error {
  override readonly name = 'OfficeError';
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly location = '',
  ) {
    super(message);
  }
}
