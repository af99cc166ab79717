package com.accordenergie.user.client;

import com.accordenergie.platform.problem.Violation;
import com.accordenergie.user.aggregate.Consistent;
import com.accordenergie.user.aggregate.Text;
import com.accordenergie.user.search.PhoneNumbers;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a client.
 *
 * @param contactName whom to ask for
 */
public record ClientDetails(
    @NotBlank @Size(max = 200) String name,
    @Size(max = 120) @Nullable String contactName,
    @Pattern(regexp = PhoneNumbers.PATTERN, message = "is no telephone number") @Size(max = 40)
        @Nullable String phone,
    @Email @Size(max = 254) @Nullable String email)
    implements Consistent {

  public ClientDetails {
    name = Text.line(name);
    contactName = Text.optionalLine(contactName);
    phone = Text.optionalLine(phone);
    email = Text.lowerCase(Text.optionalLine(email));
  }

  @Override
  public List<Violation> inconsistencies() {
    return List.of();
  }
}
