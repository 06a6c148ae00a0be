import { webDarkTheme, webLightTheme } from '@fluentui/tokens';
import { setTheme } from '@fluentui/web-components/theme/index.js';

/** Light or dark as Office is, else as the system is. High contrast is the browser's own: it overrides every colour. */
export function followTheme(): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = (): void => {
    const isDark = officeIsDark() ?? system.matches;
    setTheme(isDark ? webDarkTheme : webLightTheme);
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  };
  apply();
  system.addEventListener('change', apply);
}

/** Null where Office does not tell, as in Excel on the web. */
function officeIsDark(): boolean | null {
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const background = theme?.bodyBackgroundColor;
  if (!background) return null;
  const [red = 255, green = 255, blue = 255] = [1, 3, 5].map((from) => parseInt(background.slice(from, from + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
