/** Who may log in: one account for each person of user-service. */
@NullMarked
package com.accordenergie.auth.account;

import org.jspecify.annotations.NullMarked;
