package com.accordenergie.intervention.workflow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The list of transitions. */
interface Transitions extends Repository<Transition, UUID> {

  @Query(
      """
      select t from Transition t left join fetch t.from f join fetch t.to g
      order by coalesce(f.position, -1), g.position
      """)
  List<Transition> inOrder();

  Optional<Transition> findById(UUID id);

  Transition saveAndFlush(Transition transition);

  void delete(Transition transition);
}
