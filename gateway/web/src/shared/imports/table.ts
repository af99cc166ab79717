import { api, data } from '@/shared/api/client';
import { isProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';
import type { Language } from '@/shared/i18n';
import { decoded } from './decode';

export type Kind = 'clients' | 'technicians';
export type Checked = components['schemas']['ImportResult'];

export type ImportError = Checked['errors'][number];

/** The first line of a table of each kind, by the API's names and as the API reads it in French. */
const TITLES: Record<Kind, Record<string, string>> = {
  clients: {
    name: 'nom',
    contactName: 'contact',
    phone: 'téléphone',
    email: 'courriel',
    siteName: 'site',
    addressLine: 'adresse',
    postalCode: 'code postal',
    city: 'ville',
    siteContactName: 'contact sur place',
    siteContactPhone: 'téléphone du site',
    accessNotes: 'accès',
  },
  technicians: {
    username: 'identifiant',
    email: 'courriel',
    displayName: 'nom',
    phone: 'téléphone',
    skills: 'compétences',
  },
};

export function titlesOf(kind: Kind, language: Language): string[] {
  return language === 'fr' ? Object.values(TITLES[kind]) : Object.keys(TITLES[kind]);
}

/** A column as its table calls it; a title that means nothing as it was written. */
export function titleOf(column: string, language: Language): string {
  return language === 'fr' ? (TITLES.clients[column] ?? TITLES.technicians[column] ?? column) : column;
}

/** Why a table could not be read at all. */
const UNREADABLE = ['EMPTY_TABLE', 'NOT_CSV', 'NOT_UTF_8', 'TOO_MANY_LINES'] as const;

export function unreadable(error: unknown): (typeof UNREADABLE)[number] | undefined {
  return isProblem(error) ? UNREADABLE.find((code) => code === (error.body as { code?: string }).code) : undefined;
}

interface Sending {
  kind: Kind;
  file: File;
  /** Only looks at it. */
  dryRun: boolean;
  key: string;
}

/** What the API says of a table; mistakes are an answer here, whether it was to be written or only checked. */
export async function sendTable({ kind, file, dryRun, key }: Sending): Promise<Checked> {
  const options = {
    params: { query: { dryRun }, header: { 'Idempotency-Key': key } },
    headers: { 'Content-Type': 'text/csv' },
    body: decoded(await file.arrayBuffer()),
    bodySerializer: (text: string) => text,
  };
  try {
    return data(
      kind === 'clients' ? await api.POST('/api/v1/clients/imports', options) : await api.POST('/api/v1/technicians/imports', options),
    );
  } catch (error) {
    if (isProblem(error, 'import-refused')) {
      const { lines, wrong, errors } = error.body as unknown as Checked;
      return { lines, wrong, errors, known: 0 };
    }
    throw error;
  }
}
