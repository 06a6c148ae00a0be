import type { MessageCode } from '../messages/message.js';

/** The message that names a rule. */
export const ruleName = (code: string): MessageCode => `rule.${code}` as MessageCode;
/** The message that tells what a rule asks, when it passes, fails and cannot be decided, and by which method. */
export const ruleText = (code: string): MessageCode => `asks.${code}` as MessageCode;
