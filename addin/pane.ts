import { message } from '../plan/messages/message.js';
import { startEngine } from './engine/engine-client.js';
import { abilities } from './excel/abilities.js';
import { Pane } from './pane-control.js';
import { element } from './views/element.js';
import { pageView } from './views/page-view.js';
import { followTheme } from './views/theme.js';

void Office.onReady((info) => {
  const root = document.querySelector<HTMLElement>('#pane');
  if (!root) return;
  // Outside Office there is no host, whatever the types say.
  const host = info.host as Office.HostType | null;
  const locale = host === null ? navigator.language : Office.context.displayLanguage;
  const language = /^zh\b/iu.test(locale) ? 'zh' : 'en';
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = message(language, 'pane.title');
  followTheme();
  const only = (...page: Parameters<typeof pageView>): void =>
    root.replaceChildren(element('main', {}, element('h1', { class: 'visually-hidden' }, message(language, 'pane.title')), pageView(...page)));
  if (host !== Office.HostType.Excel) only(language, 'pane.open-in-excel', 'pane.open-in-excel-text');
  else if (!abilities().enough) only(language, 'pane.too-old', 'pane.too-old-text');
  else void new Pane(root, language, startEngine()).start();
});
