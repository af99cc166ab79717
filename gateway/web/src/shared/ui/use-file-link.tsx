import { useMutation } from '@tanstack/react-query';
import type { MouseEvent, ReactNode } from 'react';
import { api, data } from '@/shared/api/client';
import { Failure } from './notices';
import { saveFile } from './save-file';

type FileName = 'report.pdf' | 'appointment.ics';

interface FileLink {
  link: { 'href': string; 'aria-busy': boolean; 'onClick': (event: MouseEvent) => void };
  /** What is said where it is not to be had. */
  failure: ReactNode;
}

/** A file of an intervention, to be saved: a bare link would leave the application for whatever the API answers instead. */
export function useFileLink(interventionId: string, name: FileName): FileLink {
  const file = useMutation({
    mutationFn: async () => {
      const answer = await api.GET(`/api/v1/interventions/{id}/${name}`, { params: { path: { id: interventionId } }, parseAs: 'blob' });
      saveFile(nameIn(answer.response) ?? name, data<unknown>(answer) as Blob);
    },
  });
  return {
    link: {
      'href': `/api/v1/interventions/${interventionId}/${name}`,
      'aria-busy': file.isPending,
      'onClick': (event) => {
        event.preventDefault();
        if (!file.isPending) {
          file.mutate();
        }
      },
    },
    failure: file.error ? <Failure error={file.error} onRetry={() => file.mutate()} /> : null,
  };
}

/** As the API calls it. */
function nameIn({ headers }: Response): string | undefined {
  return /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1];
}
