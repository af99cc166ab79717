import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import i18next from 'i18next';
import { currentLanguage } from '@/shared/i18n/language';

/** The green of the house, as on the login page. */
const accord: MantineColorsTuple = [
  '#e9f6f4', '#d3ebe7', '#a5d6cf', '#74c0b6', '#4dada1', '#339f93', '#178476', '#0f6e66', '#0b544e', '#083b37',
];

/** What the date pickers show and say: of themselves they know English words only, and none to listen to. */
function inOurLanguage() {
  const { t } = i18next;
  return {
    locale: currentLanguage(),
    ariaLabels: {
      previousMonth: t('calendar.previousMonth'),
      nextMonth: t('calendar.nextMonth'),
      previousYear: t('calendar.previousYear'),
      nextYear: t('calendar.nextYear'),
      previousDecade: t('calendar.previousDecade'),
      nextDecade: t('calendar.nextDecade'),
    },
    // As large as WCAG 2.2 asks for (2.5.8).
    clearButtonProps: { 'aria-label': t('calendar.clear'), 'size': 'md' },
  };
}

function withTime() {
  const { t } = i18next;
  return {
    ...inOurLanguage(),
    timePickerProps: { hoursInputLabel: t('calendar.hours'), minutesInputLabel: t('calendar.minutes') },
    submitButtonProps: { 'aria-label': t('calendar.done') },
  };
}

/** What opens over a screen belongs to its content; before there is a screen it has the page to itself. */
function withinContent() {
  const content = document.getElementById('content');
  return content ? { target: content } : {};
}

/** The list itself scrolls: a frame within it would have to be reached by a key of its own. */
const SCROLLING = { withScrollArea: false, classNames: { options: 'scrolling-options' } };

export const theme = createTheme({
  primaryColor: 'accord',
  primaryShade: { light: 7, dark: 6 },
  colors: { accord },
  // Black or white on a colour, whichever can be read.
  autoContrast: true,
  luminanceThreshold: 0.18,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The head of a dialog is not the head of the page, which has one already.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Modal: { defaultProps: () => ({ closeButtonProps: { 'aria-label': i18next.t('close') } }) },
    Portal: { defaultProps: withinContent },
    // A menu holds nothing but its items: the first of them has the focus.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Select: { defaultProps: SCROLLING },
    MultiSelect: { defaultProps: SCROLLING },
    ColorPicker: { defaultProps: () => ({ saturationLabel: i18next.t('color.saturation'), hueLabel: i18next.t('color.hue') }) },
    DatePickerInput: { defaultProps: inOurLanguage },
    DateTimePicker: { defaultProps: withTime },
  },
});

/** Quiet texts that can still be read on every ground of ours (WCAG 2.2, 1.4.3), in sunlight too. */
export const readable: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4c5a58',
    '--mantine-color-placeholder': '#5f6c6a',
    '--mantine-color-error': '#b3111a',
    '--mantine-color-red-outline': '#b3111a',
    '--mantine-color-red-text': '#b3111a',
    '--mantine-color-anchor': '#0f6e66',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b8b5',
    '--mantine-color-placeholder': '#98a8a5',
    '--mantine-color-error': '#ff9a9a',
    '--mantine-color-red-outline': '#ff9a9a',
    '--mantine-color-red-text': '#ff9a9a',
    '--mantine-color-anchor': '#74c0b6',
  },
});
