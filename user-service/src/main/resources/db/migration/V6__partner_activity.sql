-- When a partner last read its feed, to the minute; beside the partner, which is not changed by that.
create table partner_feed (
  partner_id binary(16)  not null primary key,
  read_at    datetime(6) not null,
  constraint partner_feed_of_partner foreign key (partner_id) references partner (id)
) default character set utf8mb4 collate utf8mb4_unicode_520_ci;
