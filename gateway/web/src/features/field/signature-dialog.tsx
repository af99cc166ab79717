import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import SignaturePad, { type PointGroup } from 'signature_pad';
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { NotKept } from '@/shared/api/problem';
import { useDraft } from '@/shared/drafts/draft';
import { said } from '@/shared/forms/rules';
import { useRules } from '@/shared/forms/validation';
import { Dialog } from '@/shared/ui/dialog';
import { Failure } from '@/shared/ui/notices';
import classes from './signature-dialog.module.css';
import { fitted, type Sheet } from './strokes';

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
  /** How large what they were drawn on was. */
  sheet?: Sheet;
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

  const handingIn = useMutation({
    retry: false,
    mutationFn: async () => onSigned(await pictureOf(canvas.current), name.trim()),
    onSuccess: () => {
      forget(NOTHING);
      onClose();
    },
  });

  const sign = (): void => {
    const found = check({ signer: name, signature: signing.strokes });
    setWrong(found);
    if (Object.keys(found).length === 0) {
      handingIn.mutate();
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
        <SignHere
          ref={canvas}
          label={t('signHere')}
          strokes={signing.strokes}
          drawnOn={signing.sheet}
          onStrokes={(strokes, sheet) => setSigning((now) => ({ ...now, strokes, sheet }))}
        />
        {wrong['signature'] ? (
          <Text role="alert" c="var(--accord-late)">
            {wrong['signature']}
          </Text>
        ) : null}
        {handingIn.error ? <Failure error={handingIn.error} /> : null}
        <Group grow>
          <Button variant="default" size="md" px="xs" onClick={() => setSigning((now) => ({ ...now, strokes: [] }))}>
            {t('signAgain')}
          </Button>
          <Button size="md" loading={handingIn.isPending} onClick={sign}>
            {t('signDone')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function pictureOf(canvas: HTMLCanvasElement | null): Promise<Blob> {
  return new Promise((done, fail) => {
    canvas?.toBlob((file) => (file ? done(file) : fail(new NotKept('There is no room for the picture.'))), 'image/png');
  });
}

interface SignHereProps {
  ref: RefObject<HTMLCanvasElement | null>;
  label: string;
  strokes: PointGroup[];
  drawnOn: Sheet | undefined;
  onStrokes: (strokes: PointGroup[], sheet: Sheet) => void;
}

/** What is signed on: a component of its own, because it comes into the page after the dialog. */
function SignHere({ ref, label, strokes, drawnOn, onStrokes }: SignHereProps): ReactNode {
  const pad = useRef<SignaturePad>(null);
  const drawn = useRef<PointGroup[]>(null);
  const tell = useEffectEvent((all: PointGroup[], sheet: Sheet) => onStrokes(all, sheet));
  const draw = useEffectEvent((sheet: Sheet) => {
    drawn.current = strokes;
    pad.current?.fromData(fitted(strokes, drawnOn, sheet));
  });

  useEffect(() => {
    const element = ref.current;
    if (!element) {
      return undefined;
    }
    prepare(element);
    const signature = new SignaturePad(element, { penColor: '#101828', backgroundColor: '#ffffff' });
    signature.addEventListener('endStroke', () => {
      drawn.current = [...signature.toData()];
      tell(drawn.current, sheetOf(element));
    });
    pad.current = signature;
    let { width, height } = sheetOf(element);
    // As when the telephone is turned: the drawing would be stretched, and the pen beside the finger.
    const observer = new ResizeObserver(() => {
      const sheet = sheetOf(element);
      if (sheet.width > 0 && sheet.height > 0 && (sheet.width !== width || sheet.height !== height)) {
        ({ width, height } = sheet);
        prepare(element);
        draw(sheet);
      }
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      drawn.current = null;
      signature.off();
    };
  }, [ref]);

  // Drawn anew only when it is not what was just drawn: the next stroke may be under way.
  useEffect(() => {
    if (strokes !== drawn.current && ref.current) {
      draw(sheetOf(ref.current));
    }
  }, [ref, strokes]);

  return <canvas ref={ref} className={classes.pad} aria-label={label} role="img" />;
}

function sheetOf({ offsetWidth: width, offsetHeight: height }: HTMLCanvasElement): Sheet {
  return { width, height };
}

/** As many points as the screen has; that also wipes it. */
function prepare(element: HTMLCanvasElement): void {
  const scale = Math.max(window.devicePixelRatio, 1);
  element.width = element.offsetWidth * scale;
  element.height = element.offsetHeight * scale;
  element.getContext('2d')?.scale(scale, scale);
}
