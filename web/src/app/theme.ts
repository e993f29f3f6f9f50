import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const plaza: MantineColorsTuple = [
  '#eaf6f2',
  '#d5ebe4',
  '#aad7c9',
  '#7bc2ac',
  '#55b094',
  '#37997d',
  '#1f8469',
  '#0c6b58',
  '#075647',
  '#034236',
];

/** Mantine's night colours, turned from grey to slate. */
const dark: MantineColorsTuple = [
  '#d3d9db',
  '#b4bdc0',
  '#8b969a',
  '#636e72',
  '#3a4449',
  '#323b3f',
  '#232a2e',
  '#1c2225',
  '#171b1d',
  '#101314',
];

const warm = { page: '#faf8f4', raised: '#ffffff', line: '#e9e4db' };
const night = { page: '#14181a', raised: '#1c2225', line: '#2e363a' };

export const theme = createTheme({
  primaryColor: 'plaza',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { plaza, dark },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily:
    'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif',
  headings: { fontWeight: '700' },
  fontSizes: { xs: '0.8125rem' },
  components: {
    Drawer: { styles: { title: { fontWeight: 700 } } },
    Modal: { styles: { title: { fontWeight: 700 } } },
  },
});

/** Warm paper by day, slate by night; secondary text keeps a contrast of at least 4.5 on both. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': warm.page,
    '--mantine-color-dimmed': '#5d615f',
    '--mantine-color-placeholder': '#6f7471',
    '--mantine-color-error': '#c22525',
    '--mantine-color-default-border': '#d6d0c5',
    '--plaza-raised': warm.raised,
    '--plaza-line': warm.line,
    '--plaza-accent': '#a35200',
    '--plaza-tint': '#eaf3ee',
  },
  dark: {
    '--mantine-color-body': night.page,
    '--mantine-color-dimmed': '#a4adb0',
    '--mantine-color-placeholder': '#909a9e',
    '--mantine-color-error': '#ff8f8f',
    '--mantine-color-plaza-light': '#17382f',
    '--mantine-color-plaza-light-hover': '#1c463b',
    '--mantine-color-plaza-light-color': '#a9dccb',
    '--mantine-color-default': night.raised,
    '--mantine-color-default-hover': '#242c30',
    '--mantine-color-default-border': '#3a4449',
    '--plaza-raised': night.raised,
    '--plaza-line': night.line,
    '--plaza-accent': '#ffb454',
    '--plaza-tint': '#1a2b27',
  },
});
