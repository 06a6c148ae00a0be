import '@fluentui/web-components/tab.js';
import '@fluentui/web-components/tablist.js';
import { element } from './element.js';

const STEPS: Record<string, (from: number, count: number) => number> = {
  ArrowLeft: (from, count) => (from + count - 1) % count,
  ArrowRight: (from, count) => (from + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Tabs of which one is shown. Tab reaches that one alone, arrow keys and Home and End the others: the component leaves both to what not every browser has. */
export class Tabs<Name extends string> {
  readonly element: HTMLElement;
  private readonly tabs: HTMLElement[];

  constructor(
    private readonly names: readonly Name[],
    title: string,
    nameOf: (name: Name) => string,
    choose: (name: Name) => void,
  ) {
    const [first] = names;
    this.tabs = names.map((name) => element('fluent-tab', { id: `tab-${name}`, 'aria-controls': `panel-${name}` }, nameOf(name)));
    this.element = element('fluent-tablist', { size: 'small', activeid: `tab-${first ?? ''}`, 'aria-label': title }, ...this.tabs);
    this.element.addEventListener('change', () => {
      const { activeid } = this.element as HTMLElement & { activeid: string };
      const name = names.find((each) => `tab-${each}` === activeid);
      if (name !== undefined) choose(name);
    });
    this.element.addEventListener('keydown', (event) => {
      const from = this.tabs.indexOf(event.target as HTMLElement);
      const step = STEPS[event.key];
      if (from < 0 || !step) return;
      event.preventDefault();
      this.tabs[step(from, this.tabs.length)]?.focus();
    });
  }

  /** Which tab is shown. */
  show(shown: Name): void {
    this.tabs.forEach((tab, index) => (tab.tabIndex = this.names[index] === shown ? 0 : -1));
  }
}
