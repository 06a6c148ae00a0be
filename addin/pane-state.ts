import type { Abilities } from './excel/abilities.js';
import type { AddedPlan, BookKind, CellStory, Checked, Compared } from './engine/shown.js';
import type { CheckFilter } from './models/check-model.js';
import type { Language, MessageCode } from '../plan/messages/message.js';

export type TabName = 'check' | 'source' | 'compare';

/** Long work under way. */
interface Busy {
  what: MessageCode;
  /** 0 to 1; null where it cannot be told. */
  share: number | null;
  cancel: (() => void) | null;
}

/** What has just happened, told once. */
interface Notice {
  kind: 'success' | 'error';
  text: string;
}

/** Everything the pane shows. */
export interface PaneState {
  language: Language;
  abilities: Abilities;
  tab: TabName;
  busy: Busy | null;
  notice: Notice | null;
  book: BookKind | null;
  checked: Checked | null;
  filter: CheckFilter;
  /** Findings whose details are open. */
  open: ReadonlySet<string>;
  /** Edited since it was last checked, and not yet checked again. */
  stale: boolean;
  selected: string | null;
  story: CellStory | null;
  /** Plans that can be compared: the open one and those added. */
  plans: AddedPlan[];
  /** Ids of plans that are left out for the moment. */
  without: ReadonlySet<string>;
  indicator: string | null;
  compared: Compared | null;
}

/** What the reader can do. */
export interface PaneActions {
  choose: (tab: TabName) => void;
  check: () => void;
  filter: (filter: CheckFilter) => void;
  open: (finding: string) => void;
  goTo: (cell: string) => void;
  mark: () => void;
  unmark: () => void;
  writeReport: () => void;
  restore: () => void;
  addFiles: (files: File[]) => void;
  include: (plan: string) => void;
  removePlan: (plan: string) => void;
  chooseIndicator: (indicator: string) => void;
  writeComparison: () => void;
  closeNotice: () => void;
}
