import { Anchor, Image, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@/shared/api/types';
import { dateTime } from '@/shared/time/time';
import { Dialog } from '@/shared/ui/dialog';
import { content, thumbnail } from './addresses';
import classes from './picture.module.css';

/** A photo or a signature: small at first, whole when somebody looks at it. */
export function Picture({ attachment }: { attachment: Attachment }): ReactNode {
  const { t } = useTranslation('attachments');
  const [opened, setOpened] = useState(false);
  const { id, kind, caption, signer, takenAt, width, height } = attachment;
  const title = kind === 'SIGNATURE' ? t('signedBy', { name: signer }) : (caption ?? t('photo'));
  return (
    <>
      <button type="button" className={classes.small} onClick={() => setOpened(true)} aria-label={t('enlarge', { title })}>
        <img src={thumbnail(id)} alt="" loading="lazy" style={{ aspectRatio: `${width} / ${height}` }} />
      </button>
      {kind === 'SIGNATURE' || caption ? <Text size="sm">{title}</Text> : null}
      {opened ? (
        <Dialog opened onClose={() => setOpened(false)} title={title} size="xl" centered>
          <Stack gap="xs">
            <Image src={content(id)} alt={title} radius="sm" mah="75dvh" fit="contain" />
            {takenAt ? <Text size="sm">{t('takenAt', { when: dateTime(takenAt) })}</Text> : null}
            <Anchor href={content(id)} download>
              {t('download')}
            </Anchor>
          </Stack>
        </Dialog>
      ) : null}
    </>
  );
}
