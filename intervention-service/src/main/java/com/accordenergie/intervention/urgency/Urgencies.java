package com.accordenergie.intervention.urgency;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The list of urgencies. */
interface Urgencies extends Repository<Urgency, Short> {

  @Query("select u from Urgency u order by u.severity, u.id")
  List<Urgency> inOrder();

  /** Not in SQL: it fails on what is not ASCII, and takes no notice of spaces at the end. */
  default Optional<Urgency> findByCode(String code) {
    return inOrder().stream().filter(urgency -> urgency.code().equals(code)).findFirst();
  }

  Optional<Urgency> findById(Short id);

  Urgency saveAndFlush(Urgency urgency);

  void delete(Urgency urgency);

  @Query(nativeQuery = true, value = "select exists (select 1 from intervention where urgency_id = :id)")
  int isInUse(short id);

  @Modifying
  @Query(nativeQuery = true, value = "update urgency set used = true where id = :id and not used")
  void markUsed(short id);

  /** As committed last; who would change the row waits for the end of this transaction. */
  @Query(nativeQuery = true, value = "select version from urgency where id = :id lock in share mode")
  Optional<Long> versionToStay(short id);

  @Query(nativeQuery = true, value = "select id from list_lock where id = 1 for update")
  int lockLists();
}
