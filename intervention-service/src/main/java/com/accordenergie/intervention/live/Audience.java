package com.accordenergie.intervention.live;

import com.accordenergie.intervention.work.Parties;
import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may hear of an event, and under which name: whoever may not, must not notice it at all. */
public sealed interface Audience {

  /** Null when it is nothing to this caller. */
  @Nullable String nameFor(Caller caller);

  /**
   * Of an intervention hear those who see it afterwards; those who only saw it before hear that it
   * is gone.
   *
   * @param before null when there was none
   * @param clientName what the client hears; null when their view of it stayed as it was
   */
  record OfIntervention(
      String name, @Nullable Parties before, Parties after, @Nullable String clientName)
      implements Audience {

    private static final String GONE = "intervention.gone";

    @Override
    public @Nullable String nameFor(Caller caller) {
      if (after.include(caller)) {
        return caller.isClient() ? clientName : name;
      }
      return before != null && before.include(caller) ? GONE : null;
    }
  }

  /**
   * Of a comment or a photo hear those who see the intervention when it is told; clients only of
   * what is public.
   *
   * @param parties null when the intervention is not known
   */
  record OfConversation(String name, @Nullable Parties parties, UUID clientId, boolean isPublic)
      implements Audience {

    @Override
    public @Nullable String nameFor(Caller caller) {
      boolean hears =
          switch (caller.role()) {
            case ADMIN -> true;
            case DISPATCHER, TECHNICIAN -> parties != null && parties.include(caller);
            case CLIENT -> isPublic && caller.belongsTo(clientId);
            case PARTNER -> false;
          };
      return hears ? name : null;
    }
  }

  /** Of the lists hear those who may read them. */
  record OfRoles(String name, Set<Role> roles) implements Audience {

    @Override
    public @Nullable String nameFor(Caller caller) {
      return roles.contains(caller.role()) ? name : null;
    }
  }
}
