import '@mantine/core/styles/Notification.layer.css';
import '@/shared/ui/notifications-styles.css';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

/** Where short messages appear; nothing on the first screen waits for it. */
export default function Messages(): ReactNode {
  return <Notifications position="top-right" />;
}
