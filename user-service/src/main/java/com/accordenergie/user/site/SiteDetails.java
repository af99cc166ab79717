package com.accordenergie.user.site;

import com.accordenergie.platform.problem.Violation;
import com.accordenergie.user.aggregate.Consistent;
import com.accordenergie.user.aggregate.Text;
import com.accordenergie.user.search.PhoneNumbers;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a site.
 *
 * @param contactName whom to ask for on the spot
 * @param accessNotes how to get in
 */
public record SiteDetails(
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 200) String addressLine,
    @NotNull @Pattern(regexp = "[0-9]{5}", message = "is no postal code") String postalCode,
    @NotBlank @Size(max = 100) String city,
    @Size(max = 120) @Nullable String contactName,
    @Pattern(regexp = PhoneNumbers.PATTERN, message = "is no telephone number") @Size(max = 40)
        @Nullable String contactPhone,
    @Size(max = 2000) @Nullable String accessNotes)
    implements Consistent {

  public SiteDetails {
    name = Text.line(name);
    addressLine = Text.line(addressLine);
    postalCode = Text.line(postalCode);
    city = Text.line(city);
    contactName = Text.optionalLine(contactName);
    contactPhone = Text.optionalLine(contactPhone);
    accessNotes = Text.optionalLines(accessNotes);
  }

  @Override
  public List<Violation> inconsistencies() {
    return List.of();
  }
}
