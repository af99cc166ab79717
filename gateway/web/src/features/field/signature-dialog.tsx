import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import SignaturePad, { type PointGroup } from 'signature_pad';
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useDraft } from '@/shared/drafts/draft';
import { said } from '@/shared/forms/rules';
import { useRules } from '@/shared/forms/validation';
import { Dialog } from '@/shared/ui/dialog';
import classes from './signature-dialog.module.css';

interface SignatureDialogProps {
  interventionId: string;
  /** Who is expected to sign. */
  signer: string;
  onSigned: (file: Blob, signer: string) => Promise<void>;
  onClose: () => void;
}

interface Signing {
  /** Null while it is the one who is expected. */
  name: string | null;
  strokes: PointGroup[];
}

const signed = z.object({ signer: said(120), signature: z.array(z.unknown()).min(1) });

const NOTHING: Signing = { name: null, strokes: [] };

/** The client signs with a finger; what is drawn is kept until it is handed in. */
export default function SignatureDialog({ interventionId, signer, onSigned, onClose }: SignatureDialogProps): ReactNode {
  const { t } = useTranslation('field');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [signing, setSigning, forget] = useDraft(`signature ${interventionId}`, NOTHING);
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const check = useRules()(signed);
  const name = signing.name ?? signer;

  const sign = (): void => {
    const found = check({ signer: name, signature: signing.strokes });
    setWrong(found);
    if (Object.keys(found).length === 0) {
      canvas.current?.toBlob((file) => {
        if (file) {
          void onSigned(file, name.trim()).then(() => {
            forget(NOTHING);
            onClose();
          });
        }
      }, 'image/png');
    }
  };

  return (
    <Dialog opened onClose={onClose} title={t('signature')} fullScreen>
      <Stack>
        <Text>{t('signHint')}</Text>
        <TextInput
          label={t('signer')}
          required
          maxLength={120}
          error={wrong['signer']}
          value={name}
          onChange={(event) => {
            const written = event.currentTarget.value;
            setSigning((now) => ({ ...now, name: written }));
          }}
        />
        <Sheet ref={canvas} strokes={signing.strokes} onStrokes={(strokes) => setSigning((now) => ({ ...now, strokes }))} label={t('signHere')} />
        {wrong['signature'] ? (
          <Text role="alert" c="var(--accord-late)">
            {wrong['signature']}
          </Text>
        ) : null}
        <Group grow>
          <Button variant="default" size="md" px="xs" onClick={() => setSigning((now) => ({ ...now, strokes: [] }))}>
            {t('signAgain')}
          </Button>
          <Button size="md" onClick={sign}>
            {t('signDone')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface SheetProps {
  ref: RefObject<HTMLCanvasElement | null>;
  label: string;
  strokes: PointGroup[];
  onStrokes: (strokes: PointGroup[]) => void;
}

/** What is signed on: a component of its own, because it comes into the page after the dialog. */
function Sheet({ ref, label, strokes, onStrokes }: SheetProps): ReactNode {
  const pad = useRef<SignaturePad>(null);
  const drawn = useRef<PointGroup[]>(null);
  const tell = useEffectEvent((all: PointGroup[]) => onStrokes(all));

  useEffect(() => {
    const element = ref.current;
    if (!element) {
      return undefined;
    }
    const scale = Math.max(window.devicePixelRatio, 1);
    element.width = element.offsetWidth * scale;
    element.height = element.offsetHeight * scale;
    element.getContext('2d')?.scale(scale, scale);
    const sheet = new SignaturePad(element, { penColor: '#101828', backgroundColor: '#ffffff' });
    sheet.addEventListener('endStroke', () => {
      drawn.current = [...sheet.toData()];
      tell(drawn.current);
    });
    pad.current = sheet;
    return () => {
      drawn.current = null;
      sheet.off();
    };
  }, [ref]);

  // Drawn anew only when it is not what was just drawn: the next stroke may be under way.
  useEffect(() => {
    if (strokes !== drawn.current) {
      drawn.current = strokes;
      pad.current?.fromData(strokes);
    }
  }, [strokes]);

  return <canvas ref={ref} className={classes.pad} aria-label={label} role="img" />;
}
