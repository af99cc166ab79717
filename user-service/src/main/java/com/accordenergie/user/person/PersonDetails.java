package com.accordenergie.user.person;

import com.accordenergie.platform.identity.Role;
import com.accordenergie.platform.problem.Violation;
import com.accordenergie.user.aggregate.Consistent;
import com.accordenergie.user.aggregate.Text;
import com.accordenergie.user.search.PhoneNumbers;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody.
 *
 * @param username what they log in with, in lower case
 * @param clientId the client record that a CLIENT belongs to, null for everybody else
 * @param skills what a TECHNICIAN can do, empty for everybody else
 */
public record PersonDetails(
    @NotNull
        @Size(min = 3, max = 64)
        @Pattern(
            regexp = "[a-z0-9]([a-z0-9._-]*[a-z0-9])?",
            message = "takes letters from a to z, digits, and . _ - between them")
        String username,
    @NotBlank @Email @Size(max = 254) String email,
    @NotBlank @Size(max = 120) String displayName,
    @NotNull Role role,
    @Nullable UUID clientId,
    @Pattern(regexp = PhoneNumbers.PATTERN, message = "is no telephone number") @Size(max = 40)
        @Nullable String phone,
    @Size(max = 20) List<@NotBlank @Size(max = Skills.MAX_LENGTH) String> skills)
    implements Consistent {

  public PersonDetails {
    username = Text.lowerCase(username);
    email = Text.lowerCase(email);
    displayName = Text.line(displayName);
    phone = Text.optionalLine(phone);
    skills =
        skills == null ? List.of() : skills.stream().map(Skills::normalize).distinct().toList();
  }

  public PersonDetails with(Role role, @Nullable UUID clientId) {
    return new PersonDetails(username, email, displayName, role, clientId, phone, skills);
  }

  @Override
  public List<Violation> inconsistencies() {
    List<Violation> violations = new ArrayList<>();
    if (role != null && !Role.OF_PEOPLE.contains(role)) {
      violations.add(new Violation("#/role", "A person has one of the roles " + Role.OF_PEOPLE + "."));
    }
    if (role == Role.CLIENT && clientId == null) {
      violations.add(new Violation("#/clientId", "A client user belongs to a client."));
    }
    if (role != null && role != Role.CLIENT && clientId != null) {
      violations.add(new Violation("#/clientId", "Only a client user belongs to a client."));
    }
    if (role != null && role != Role.TECHNICIAN && !skills.isEmpty()) {
      violations.add(new Violation("#/skills", "Only a technician has skills."));
    }
    return violations;
  }
}
