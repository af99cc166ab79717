import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { lazy, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '@/shared/ui/part';
import type { Kind } from './table';

const ImportDialog = lazy(() => import('./import-dialog'));

export function ImportButton({ kind }: { kind: Kind }): ReactNode {
  const { t } = useTranslation('imports');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconUpload size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open ? (
        <Part fallback={null}>
          <ImportDialog kind={kind} onDone={() => setOpen(false)} />
        </Part>
      ) : null}
    </>
  );
}
