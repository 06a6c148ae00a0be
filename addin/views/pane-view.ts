import '@fluentui/web-components/button.js';
import '@fluentui/web-components/progress-bar.js';
import { message } from '../../plan/messages/message.js';
import { lacking } from '../excel/abilities.js';
import type { PaneActions, PaneState, TabName } from '../pane-state.js';
import { checkView } from './check-view.js';
import { compareView } from './compare-view.js';
import { element } from './element.js';
import { pageView, steps } from './page-view.js';
import { sourceView } from './source-view.js';
import { Tabs } from './tabs.js';

const TABS: readonly TabName[] = ['check', 'source', 'compare'];

/** The pane: its head with the tabs, made once, and the chosen tab's panel, drawn anew whenever the state changes. */
export class PaneView {
  private readonly head = element('p', { class: 'head' });
  private readonly status = element('div', { class: 'status', role: 'status', 'aria-live': 'polite' });
  private readonly panels = new Map(
    TABS.map((tab) => [tab, element('div', { id: `panel-${tab}`, class: 'panel', role: 'tabpanel', 'aria-labelledby': `tab-${tab}` })]),
  );
  private readonly tabs: Tabs<TabName>;
  private tab: TabName = 'check';
  private drawn: PaneState | null = null;

  constructor(
    root: HTMLElement,
    { language }: PaneState,
    private readonly actions: PaneActions,
  ) {
    const choose = (tab: TabName): void => {
      if (tab !== this.tab) this.actions.choose(tab);
    };
    this.tabs = new Tabs(TABS, message(language, 'pane.title'), (tab) => message(language, `pane.${tab}`), choose);
    root.replaceChildren(
      element('header', {}, element('h1', { class: 'visually-hidden' }, message(language, 'pane.title')), this.head, this.tabs.element, this.status),
      element('main', {}, ...this.panels.values()),
    );
  }

  /** Draws the state. The focus stays on what it was on, and the list where it was scrolled to. */
  draw(state: PaneState): void {
    const { book, language } = state;
    // Asked for before anything changes: afterwards the browser would lay out the page to answer.
    const scrolled = document.scrollingElement?.scrollTop ?? 0;
    this.tab = state.tab;
    this.tabs.show(state.tab);
    this.head.textContent = book?.kind === 'plan' ? book.plan.title : message(language, 'pane.title');
    this.status.replaceChildren(...statusNodes(state, this.actions));
    const isSame = this.drawn !== null && samePanel(this.drawn, state);
    this.drawn = state;
    // Progress and notices leave thousands of elements alone.
    if (isSame) return;
    const focused = document.activeElement as HTMLElement | null;
    const key = focused?.dataset['key'];
    const caret = focused instanceof HTMLInputElement ? focused.selectionStart : null;
    for (const [tab, panel] of this.panels) {
      panel.hidden = tab !== state.tab;
      panel.replaceChildren(...(tab === state.tab ? panelNodes(state, this.actions) : []));
    }
    if (scrolled > 0) document.scrollingElement?.scrollTo(0, scrolled);
    if (key === undefined) return;
    const again = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    again?.focus({ preventScroll: true });
    if (again instanceof HTMLInputElement && caret !== null) again.setSelectionRange(caret, caret);
  }
}

/** What one tab alone shows: where it changes, the other tabs stay as they are. */
const SHOWN_IN: Partial<Record<keyof PaneState, TabName>> = {
  ...{ list: 'check', filter: 'check' },
  ...{ selected: 'source', story: 'source' },
  ...{ plans: 'compare', without: 'compare', indicator: 'compare', placeSearch: 'compare', mostCompared: 'compare', compared: 'compare' },
};

/** Whether two states look alike below the status. */
function samePanel(a: PaneState, b: PaneState): boolean {
  const isSame = (key: keyof PaneState): boolean =>
    key === 'notice' || (SHOWN_IN[key] ?? b.tab) !== b.tab || (key === 'busy' ? (a.busy === null) === (b.busy === null) : a[key] === b[key]);
  return (Object.keys(b) as (keyof PaneState)[]).every(isSame);
}

function panelNodes(state: PaneState, actions: PaneActions): Node[] {
  const { book, busy, language, tab } = state;
  if (book === null && busy !== null) return [];
  if (tab === 'compare') return compareView(state, actions);
  const again = element('fluent-button', { appearance: 'primary', 'data-key': 'try-again', onclick: actions.check }, message(language, 'pane.try-again'));
  if (book === null) return [pageView(language, 'pane.not-read', 'pane.not-read-text', again)];
  if (book.kind === 'foreign') {
    return [pageView(language, 'pane.foreign', 'pane.foreign-text', steps(language, 'pane.foreign-1', 'pane.foreign-2', 'pane.foreign-3'), again)];
  }
  if (book.kind === 'comparison') {
    const told = element('p', {}, message(language, 'pane.comparison-text', { plans: book.plans }));
    const page = pageView(language, 'pane.comparison', told, steps(language, 'pane.comparison-1', 'pane.comparison-2'));
    return tab === 'check' ? [page, ...checkView(state, actions)] : [page];
  }
  if (book.kind === 'unreadable') {
    return [pageView(language, 'pane.unreadable', 'pane.unreadable-text', element('p', { class: 'told' }, book.told), again)];
  }
  return tab === 'check' ? [...checkView(state, actions), ...lacks(state)] : sourceView(state, actions);
}

/** What is under way, what has happened, what waits. */
function statusNodes({ busy, notice, stale, language }: PaneState, actions: PaneActions): Node[] {
  const nodes: Node[] = [];
  if (busy) {
    nodes.push(
      element(
        'div',
        { class: 'busy' },
        element('span', {}, message(language, busy.what)),
        element('fluent-progress-bar', {
          'aria-label': message(language, busy.what),
          ...(busy.share === null ? {} : { value: Math.round(busy.share * 100), max: 100 }),
        }),
        busy.cancel === null
          ? null
          : element('button', { type: 'button', class: 'plain', 'data-key': 'cancel', onclick: busy.cancel }, message(language, 'pane.cancel')),
      ),
    );
  } else if (stale) nodes.push(element('p', { class: 'stale' }, message(language, 'chk.stale')));
  if (notice) {
    nodes.push(
      element(
        'div',
        { class: `notice ${notice.kind}` },
        element('span', {}, notice.text),
        element(
          'button',
          { type: 'button', class: 'plain', 'aria-label': message(language, 'pane.close'), 'data-key': 'close-notice', onclick: actions.closeNotice },
          '×',
        ),
      ),
    );
  }
  return nodes;
}

function lacks({ abilities, language }: PaneState): Node[] {
  const codes = lacking(abilities);
  if (codes.length === 0) return [];
  return [element('section', { class: 'lacks' }, element('h2', { class: 'small' }, message(language, 'pane.lacks')), steps(language, ...codes))];
}
