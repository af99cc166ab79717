import type { AttachmentTexts } from '@/shared/attachments/texts.fr';
import type { CommonTexts } from '@/shared/i18n/common.fr';
import type { ImportTexts } from '@/shared/imports/texts.fr';
import type { QueueTexts } from '@/shared/queue/texts.fr';
import type { StepTexts } from '@/shared/steps/texts.fr';
import type { ThreadTexts } from '@/shared/thread/texts.fr';
import type { AdministrationTexts } from '@/features/administration/texts.fr';
import type { ClientTexts } from '@/features/clients/texts.fr';
import type { DeskTexts } from '@/features/desk/texts.fr';
import type { FieldTexts } from '@/features/field/texts.fr';
import type { FollowTexts } from '@/features/follow/texts.fr';
import type { InterventionTexts } from '@/features/interventions/texts.fr';
import type { PartnerTexts } from '@/features/partners/texts.fr';
import type { PlanningTexts } from '@/features/planning/texts.fr';

/** A text that is asked for and does not exist breaks the build. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: CommonTexts;
      attachments: AttachmentTexts;
      imports: ImportTexts;
      queue: QueueTexts;
      steps: StepTexts;
      thread: ThreadTexts;
      administration: AdministrationTexts;
      clients: ClientTexts;
      desk: DeskTexts;
      field: FieldTexts;
      follow: FollowTexts;
      interventions: InterventionTexts;
      partners: PartnerTexts;
      planning: PlanningTexts;
    };
  }
}
