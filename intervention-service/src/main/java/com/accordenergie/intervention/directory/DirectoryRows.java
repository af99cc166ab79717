package com.accordenergie.intervention.directory;

import com.accordenergie.platform.id.Ids;
import com.accordenergie.platform.identity.Role;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The local copies. Each keeps the sequence it stands for, and never goes back behind it. */
@Repository
class DirectoryRows {

  private final JdbcClient jdbc;

  DirectoryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Person> person(UUID id) {
    return jdbc.sql("select * from person where id = ?")
        .param(Ids.bytes(id))
        .query(
            (row, number) ->
                new Person(
                    id,
                    row.getString("display_name"),
                    Role.valueOf(row.getString("role")),
                    uuid(row.getBytes("client_id")),
                    row.getBoolean("active")))
        .optional();
  }

  Optional<Client> client(UUID id) {
    return jdbc.sql("select * from client where id = ?")
        .param(Ids.bytes(id))
        .query(
            (row, number) ->
                new Client(
                    id, row.getString("code"), row.getString("name"), row.getBoolean("active")))
        .optional();
  }

  Optional<Site> site(UUID id) {
    return jdbc.sql("select * from site where id = ?")
        .param(Ids.bytes(id))
        .query(
            (row, number) ->
                new Site(
                    id,
                    Ids.uuid(row.getBytes("client_id")),
                    row.getString("name"),
                    row.getString("address_line"),
                    row.getString("postal_code"),
                    row.getString("city"),
                    row.getString("contact_name"),
                    row.getString("contact_phone"),
                    row.getString("access_notes"),
                    row.getBoolean("active")))
        .optional();
  }

  /** True when this was news. */
  @Transactional
  public boolean keep(Person person, long sequence) {
    byte[] id = Ids.bytes(person.id());
    byte[] client = person.clientId() == null ? null : Ids.bytes(person.clientId());
    boolean known =
        jdbc.sql(
                    """
                    update person set display_name = ?, role = ?, client_id = ?, active = ?, sequence = ?
                    where id = ? and sequence < ?
                    """)
                .params(
                    person.displayName(), person.role().name(), client, person.active(), sequence, id,
                    sequence)
                .update()
            == 1;
    return known
        || jdbc.sql(
                    """
                    insert ignore into person (id, display_name, role, client_id, active, sequence)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                .params(id, person.displayName(), person.role().name(), client, person.active(), sequence)
                .update()
            == 1;
  }

  @Transactional
  public void anonymise(UUID id, long sequence) {
    jdbc.sql(
            """
            update person set display_name = 'Personne effacée', active = false, sequence = ?
            where id = ? and sequence < ?
            """)
        .params(sequence, Ids.bytes(id), sequence)
        .update();
  }

  @Transactional
  public boolean keep(Client client, long sequence) {
    byte[] id = Ids.bytes(client.id());
    boolean known =
        jdbc.sql(
                    "update client set code = ?, name = ?, active = ?, sequence = ?"
                        + " where id = ? and sequence < ?")
                .params(client.code(), client.name(), client.active(), sequence, id, sequence)
                .update()
            == 1;
    return known
        || jdbc.sql("insert ignore into client (id, code, name, active, sequence) values (?, ?, ?, ?, ?)")
                .params(id, client.code(), client.name(), client.active(), sequence)
                .update()
            == 1;
  }

  @Transactional
  public boolean keep(Site site, long sequence) {
    byte[] id = Ids.bytes(site.id());
    boolean known =
        jdbc.sql(
                    """
                    update site set name = ?, address_line = ?, postal_code = ?, city = ?,
                      contact_name = ?, contact_phone = ?, access_notes = ?, active = ?, sequence = ?
                    where id = ? and sequence < ?
                    """)
                .params(
                    site.name(), site.addressLine(), site.postalCode(), site.city(),
                    site.contactName(), site.contactPhone(), site.accessNotes(), site.active(),
                    sequence, id, sequence)
                .update()
            == 1;
    return known
        || jdbc.sql(
                    """
                    insert ignore into site (id, client_id, name, address_line, postal_code, city,
                      contact_name, contact_phone, access_notes, active, sequence)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
                .params(
                    id, Ids.bytes(site.clientId()), site.name(), site.addressLine(),
                    site.postalCode(), site.city(), site.contactName(), site.contactPhone(),
                    site.accessNotes(), site.active(), sequence)
                .update()
            == 1;
  }

  private static @Nullable UUID uuid(byte @Nullable [] bytes) {
    return bytes == null ? null : Ids.uuid(bytes);
  }
}
