import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import SignaturePad from 'signature_pad';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './signature-dialog.module.css';

interface SignatureDialogProps {
  /** Who is expected to sign. */
  signer: string;
  onSigned: (file: Blob, signer: string) => void;
  onClose: () => void;
}

/** The client signs with a finger. */
export default function SignatureDialog({ signer, onSigned, onClose }: SignatureDialogProps): ReactNode {
  const { t } = useTranslation('field');
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(null);
  const [name, setName] = useState(signer);
  const [wrong, setWrong] = useState({ name: false, empty: false });

  useEffect(() => {
    const element = canvas.current;
    if (!element) {
      return undefined;
    }
    const scale = Math.max(window.devicePixelRatio, 1);
    element.width = element.offsetWidth * scale;
    element.height = element.offsetHeight * scale;
    element.getContext('2d')?.scale(scale, scale);
    const drawn = new SignaturePad(element, { penColor: '#101828', backgroundColor: '#ffffff' });
    pad.current = drawn;
    return () => drawn.off();
  }, []);

  const sign = (): void => {
    const empty = pad.current?.isEmpty() ?? true;
    setWrong({ name: !name.trim(), empty });
    if (!empty && name.trim()) {
      canvas.current?.toBlob((file) => {
        if (file) {
          onSigned(file, name.trim());
        }
      }, 'image/png');
    }
  };

  return (
    <Modal opened onClose={onClose} title={t('signature')} fullScreen>
      <Stack>
        <Text>{t('signHint')}</Text>
        <TextInput
          label={t('signer')}
          required
          maxLength={120}
          error={wrong.name ? t('signerMissing') : undefined}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <canvas ref={canvas} className={classes.pad} aria-label={t('signHere')} role="img" />
        {wrong.empty ? (
          <Text role="alert" c="var(--accord-late)">
            {t('signatureMissing')}
          </Text>
        ) : null}
        <Group grow>
          <Button variant="default" size="lg" onClick={() => pad.current?.clear()}>
            {t('signAgain')}
          </Button>
          <Button size="lg" onClick={sign}>
            {t('signDone')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
