import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import SignaturePad from 'signature_pad';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './signature-dialog.module.css';

interface SignatureDialogProps {
  /** Who is expected to sign. */
  signer: string;
  onSigned: (file: Blob, signer: string) => void;
  onClose: () => void;
}

interface Drawn {
  pad: SignaturePad;
  canvas: HTMLCanvasElement;
}

/** The client signs with a finger. */
export default function SignatureDialog({ signer, onSigned, onClose }: SignatureDialogProps): ReactNode {
  const { t } = useTranslation('field');
  const sheet = useRef<Drawn>(null);
  const keep = useCallback((drawn: Drawn) => {
    sheet.current = drawn;
  }, []);
  const [name, setName] = useState(signer);
  const [wrong, setWrong] = useState({ name: false, empty: false });

  const sign = (): void => {
    const empty = sheet.current?.pad.isEmpty() ?? true;
    setWrong({ name: !name.trim(), empty });
    if (!empty && name.trim()) {
      sheet.current?.canvas.toBlob((file) => {
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
        <Sheet onReady={keep} label={t('signHere')} />
        {wrong.empty ? (
          <Text role="alert" c="var(--accord-late)">
            {t('signatureMissing')}
          </Text>
        ) : null}
        <Group grow>
          <Button variant="default" size="md" onClick={() => sheet.current?.pad.clear()}>
            {t('signAgain')}
          </Button>
          <Button size="md" onClick={sign}>
            {t('signDone')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What is signed on: a component of its own, because it comes into the page after the dialog. */
function Sheet({ label, onReady }: { label: string; onReady: (drawn: Drawn) => void }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) {
      return undefined;
    }
    const scale = Math.max(window.devicePixelRatio, 1);
    element.width = element.offsetWidth * scale;
    element.height = element.offsetHeight * scale;
    element.getContext('2d')?.scale(scale, scale);
    const pad = new SignaturePad(element, { penColor: '#101828', backgroundColor: '#ffffff' });
    onReady({ pad, canvas: element });
    return () => pad.off();
  }, [onReady]);
  return <canvas ref={canvas} className={classes.pad} aria-label={label} role="img" />;
}
