import type { components } from './schema';

type Schemas = components['schemas'];

/** The names that the application uses for what the API answers with; every shape is generated. */
export type Me = Schemas['Me'];
export type Role = Me['role'];
export type Intervention = Schemas['StaffIntervention'];
export type ClientIntervention = Schemas['ClientIntervention'];
export type ListedIntervention = Schemas['StaffListedIntervention'];
export type ClientListedIntervention = Schemas['ClientListedIntervention'];
export type AllowedTransition = Schemas['AllowedTransition'];
export type NewIntervention = Schemas['NewIntervention'];
export type NewTransition = Schemas['NewTransition'];
export type InterventionPatch = Schemas['InterventionPatch'];
export type Status = Schemas['StatusView'];
export type Urgency = Schemas['UrgencyView'];
export type Category = AllowedTransition['category'];
export type Transition = Schemas['TransitionView'];
export type Client = Schemas['Client'];
export type Site = Schemas['Site'];
export type Technician = Schemas['Technician'];
export type User = Schemas['User'];
export type Busy = Schemas['Busy'];
export type StaffEntry = Schemas['StaffEntry'];
export type ClientEntry = Schemas['ClientEntry'];
export type Revision = Schemas['RevisionView'];
export type RevisionPage = Schemas['HistoryPage'];
export type ThreadComment = (Schemas['StaffComment'] | Schemas['ClientComment']) & { kind: 'COMMENT' };
export type ThreadStatusChange = (Schemas['StaffStatusChange'] | Schemas['ClientStatusChange']) & { kind: 'STATUS_CHANGE' };
export type ThreadAttachment = (Schemas['StaffAttachmentEntry'] | Schemas['ClientAttachmentEntry']) & { kind: 'ATTACHMENT' };
export type ThreadEntry = ThreadComment | ThreadStatusChange | ThreadAttachment;
export type Attachment = Schemas['StaffAttachment'] | Schemas['ClientAttachment'];
export type PlannedSlot = Schemas['Planned'];
