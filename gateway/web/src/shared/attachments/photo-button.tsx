import { Button, type ButtonProps, FileButton } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { shrink } from './shrink';

interface PhotoButtonProps extends ButtonProps {
  onPhotos: (photos: Blob[]) => void;
}

/** Takes photos with the camera, or from what is on the device. */
export function PhotoButton({ onPhotos, ...button }: PhotoButtonProps): ReactNode {
  const { t } = useTranslation('attachments');
  const forgetPath = useRef<() => void>(null);
  const take = async (files: File[]): Promise<void> => {
    // One that was taken away again can be chosen again.
    forgetPath.current?.();
    onPhotos(await Promise.all(files.map(shrink)));
  };
  return (
    <FileButton resetRef={forgetPath} multiple accept="image/*" onChange={(files) => void take(files)}>
      {(props) => (
        <Button variant="default" leftSection={<IconCamera size={20} aria-hidden />} {...button} {...props}>
          {t('photo')}
        </Button>
      )}
    </FileButton>
  );
}
