package com.accordenergie.auth.account;

import com.accordenergie.platform.identity.Caller;
import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.identity.Standing;
import org.springframework.stereotype.Component;

/** Admins as their accounts are, which follow the people. */
@Component
class AdminStanding implements Standing {

  private final Accounts accounts;

  AdminStanding(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public boolean isStillAdmin(Caller admin) {
    return accounts
        .findById(admin.id())
        .map(account -> account.isActive() && account.role() == Role.ADMIN)
        .orElse(true);
  }
}
