import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The green of the house, as on the login page. */
const accord: MantineColorsTuple = [
  '#e9f6f4', '#d3ebe7', '#a5d6cf', '#74c0b6', '#4dada1', '#339f93', '#178476', '#0f6e66', '#0b544e', '#083b37',
];

export const theme = createTheme({
  primaryColor: 'accord',
  primaryShade: { light: 7, dark: 4 },
  colors: { accord },
  // Black or white on a colour, whichever can be read.
  autoContrast: true,
  luminanceThreshold: 0.3,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
