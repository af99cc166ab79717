import { z } from 'zod';
import { emailAddress, optional, optionally, phoneNumber, postalCode, said } from '@/shared/forms/rules';

export const clientRules = z.object({
  name: said(200),
  phone: optionally(phoneNumber),
  email: optionally(emailAddress),
  contactName: optional(120),
});

export const siteRules = z.object({
  name: said(200),
  addressLine: said(200),
  postalCode,
  city: said(100),
  contactName: optional(120),
  contactPhone: optionally(phoneNumber),
  accessNotes: optional(2000),
});
