-- Photos, and the client's signature. What a list shows stands here; the pictures themselves stand
-- apart, so that no list ever touches them. A removed one keeps nothing but that it was there.
create table attachment (
  id              binary(16)   not null primary key,
  intervention_id binary(16)   not null,
  author_id       binary(16)   not null,
  author_role     varchar(16)  character set ascii collate ascii_bin not null,
  kind            varchar(16)  character set ascii collate ascii_bin not null,
  visibility      varchar(16)  character set ascii collate ascii_bin not null,
  caption         varchar(200) null,
  signer          varchar(120) null,
  taken_at        datetime(6)  null,
  media_type      varchar(40)  character set ascii collate ascii_bin not null,
  size            int          not null,
  width           int          not null,
  height          int          not null,
  created_at      datetime(6)  not null,
  changed_at      datetime(6)  not null,
  removed_at      datetime(6)  null,
  version         bigint       not null,
  key attachment_for_staff (intervention_id, id),
  key attachment_for_clients (intervention_id, visibility, id),
  constraint attachment_kind check (kind in ('PHOTO', 'SIGNATURE')),
  constraint attachment_visibility check (visibility in ('PUBLIC', 'INTERNAL')),
  constraint attachment_by_a_client_is_a_public_photo
    check (author_role <> 'CLIENT' or (visibility = 'PUBLIC' and kind = 'PHOTO')),
  constraint attachment_signature_is_public check (kind = 'PHOTO' or visibility = 'PUBLIC'),
  constraint attachment_signature_has_a_signer
    check ((kind = 'SIGNATURE' and removed_at is null) = (signer is not null)),
  constraint attachment_tombstone_is_empty
    check (removed_at is null or (caption is null and taken_at is null))
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;

-- Made by this service out of what was sent; nothing that was sent is kept as it came.
create table attachment_content (
  attachment_id binary(16) not null primary key,
  content       mediumblob not null,
  thumbnail     mediumblob not null
);

alter table thread_entry
  drop constraint thread_entry_kind,
  add constraint thread_entry_kind check (kind in ('COMMENT', 'STATUS_CHANGE', 'ATTACHMENT'));
