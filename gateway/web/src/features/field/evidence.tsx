import { Button, SimpleGrid, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { lazy, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PhotoButton } from '@/shared/attachments/photo-button';
import { usePhotos } from '@/shared/attachments/use-photos';
import { dateTime } from '@/shared/time/words';
import { Failure } from '@/shared/ui/notices';
import { Part } from '@/shared/ui/part';
import type { Acts } from './use-acts';
import { useSignature } from './use-signature';

const SignatureDialog = lazy(() => import('./signature-dialog'));

interface EvidenceProps {
  interventionId: string;
  acts: Acts;
  signer: string;
}

/** Photos for the client, and the client's signature on the screen: who has signed is not asked again. */
export function Evidence({ interventionId, acts, signer }: EvidenceProps): ReactNode {
  const { t } = useTranslation('field');
  const [signing, setSigning] = useState(false);
  const [taken, setTaken] = useState(0);

  const signature = useSignature(interventionId);
  const photos = usePhotos(
    (file: Blob) => acts.outbox.attach({ file, visibility: 'PUBLIC', takenAt: new Date().toISOString() }),
    () => setTaken((count) => count + 1),
  );

  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        <PhotoButton size="md" loading={photos.isPending} onPhotos={(taken) => photos.mutate(taken)} />
        <Button size="md" variant="default" leftSection={<IconSignature size={20} aria-hidden />} onClick={() => setSigning(true)}>
          {t('signature')}
        </Button>
      </SimpleGrid>
      <Text size="sm" fw={600} role="status">
        {signature ? t('signedBy', { name: signature.signer, when: dateTime(signature.at) }) : null}
      </Text>
      <Text size="sm" role="status">
        {taken > 0 ? t('photosTaken', { count: taken }) : t('photosPublic')}
      </Text>
      {photos.error ? <Failure error={photos.error} onRetry={() => photos.mutate(photos.variables)} /> : null}
      {signing ? (
        <Part fallback={null}>
          <SignatureDialog interventionId={interventionId} signer={signer} onSigned={acts.sign} onClose={() => setSigning(false)} />
        </Part>
      ) : null}
    </>
  );
}
