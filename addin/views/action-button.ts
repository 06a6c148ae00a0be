import '@fluentui/web-components/button.js';
import type { PaneState } from '../pane-state.js';
import { element } from './element.js';

/** A button for what cannot be done while other work is under way; it keeps the focus even then. */
export function actionButton(text: string, key: string, act: () => void, { busy }: PaneState, more: Record<string, string> = {}): HTMLElement {
  const disabled = busy !== null;
  // The component tells assistive technology by itself, in a way that checkers of pages do not see.
  return element(
    'fluent-button',
    { size: 'small', 'data-key': key, 'disabled-focusable': disabled, 'aria-disabled': disabled ? 'true' : null, onclick: act, ...more },
    text,
  );
}
