import { api, data } from '@/shared/api/client';
import type { ListFilter } from '@/shared/api/interventions';
import type { ListedIntervention } from '@/shared/api/types';
import { type Column, written, type Written } from './columns';

export const MOST_LINES = 10_000;

/** All lines of a list, page by page, as far as an export goes. */
export async function allLines(filter: ListFilter, tell: (count: number) => void): Promise<ListedIntervention[]> {
  const lines: ListedIntervention[] = [];
  let cursor: string | null | undefined;
  do {
    const page = data(
      await api.GET('/api/v1/interventions', { params: { query: { ...filter, limit: 100, ...(cursor ? { cursor } : {}) } } }),
    );
    lines.push(...(page.items as ListedIntervention[]));
    cursor = page.nextCursor;
    tell(lines.length);
  } while (cursor && lines.length < MOST_LINES);
  return lines.slice(0, MOST_LINES);
}

/**
 * A file that spreadsheets in France open as it is: UTF-8 with its mark, semicolons. A cell that would
 * be taken for a formula is made text, because others than us write what stands in it.
 */
export function csv(columns: Column[], called: (heading: Written['heading']) => string, lines: ListedIntervention[]): string {
  const all = columns.flatMap(written);
  const rows = [all.map(({ heading }) => called(heading)), ...lines.map((line) => all.map(({ text }) => text(line)))];
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
