package com.accordenergie.intervention.workflow;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The list of statuses. */
interface Statuses extends Repository<Status, Short> {

  @Query("select s from Status s order by s.position, s.id")
  List<Status> inOrder();

  /** Not in SQL: it fails on what is not ASCII, and takes no notice of spaces at the end. */
  default Optional<Status> findByCode(String code) {
    return inOrder().stream().filter(status -> status.code().equals(code)).findFirst();
  }

  Optional<Status> findById(Short id);

  Status saveAndFlush(Status status);

  void delete(Status status);

  @Query(nativeQuery = true, value = "select exists (select 1 from intervention where status_id = :id)")
  int isInUse(short id);

  @Modifying
  @Query(nativeQuery = true, value = "update status set used = true where id = :id and not used")
  void markUsed(short id);

  @Query(
      nativeQuery = true,
      value = "select exists (select 1 from transition where from_status = :id or to_status = :id)")
  int hasTransitions(short id);

  /** As committed last; who would change the row waits for the end of this transaction. */
  @Query(nativeQuery = true, value = "select version from status where id = :id lock in share mode")
  Optional<Long> versionToStay(short id);

  @Query(nativeQuery = true, value = "select id from list_lock where id = 1 for update")
  int lockLists();
}
