import type { ReactNode } from 'react';
import { PeoplePage } from './people-page';

/** Those who are sent, with their skills. */
export function TechniciansPage(): ReactNode {
  return <PeoplePage only="TECHNICIAN" />;
}
