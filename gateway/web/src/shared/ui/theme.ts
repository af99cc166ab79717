import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The green of the house, as on the login page. */
const accord: MantineColorsTuple = [
  '#e9f6f4', '#d3ebe7', '#a5d6cf', '#74c0b6', '#4dada1', '#339f93', '#178476', '#0f6e66', '#0b544e', '#083b37',
];

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
  // The head of a dialog is not the head of the page, which has one already.
  components: { ModalHeader: { defaultProps: { role: 'presentation' } } },
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
