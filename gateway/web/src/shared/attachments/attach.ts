import { api, data, patienceFor, within } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';

export interface NewAttachment {
  /** One for what is attached, the same for every try. */
  key: string;
  file: Blob;
  kind: 'PHOTO' | 'SIGNATURE';
  visibility: 'PUBLIC' | 'INTERNAL';
  signer?: string;
  takenAt?: string;
}

type Form = components['schemas']['NewAttachment'];

/** Attaches a picture; its fields always go in the same order, because a repeated form has to be the same. */
export async function attach(
  interventionId: string,
  { key, file, kind, visibility, signer, takenAt }: NewAttachment,
  headers: Record<string, string> = {},
) {
  return data(
    await api.POST('/api/v1/interventions/{id}/attachments', {
      params: { path: { id: interventionId }, header: { 'Idempotency-Key': key } },
      headers,
      fetch: within(patienceFor(file.size)),
      body: { kind, visibility, ...(signer ? { signer } : {}), ...(takenAt ? { takenAt } : {}) } as Form,
      bodySerializer: (fields) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(fields)) {
          form.append(name, value as string);
        }
        form.append('file', file, kind === 'PHOTO' ? 'photo.jpg' : 'signature.png');
        return form;
      },
    }),
  );
}
