import { api, data } from '@/shared/api/client';
import { isProblem } from '@/shared/api/problem';
import type { components } from '@/shared/api/schema';

export type Kind = 'clients' | 'technicians';
export type Checked = components['schemas']['ImportResult'];

/** The first line of a table of each kind, as the API reads it. */
export const HEADERS: Record<Kind, string> = {
  clients: 'name;contactName;phone;email;siteName;addressLine;postalCode;city;siteContactName;siteContactPhone;accessNotes',
  technicians: 'username;email;displayName;phone;skills',
};

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
    body: await file.text(),
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
