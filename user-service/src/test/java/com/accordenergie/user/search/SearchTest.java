package com.accordenergie.user.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.accordenergie.platform.test.ServiceTest;
import com.accordenergie.user.Office;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The standardiste types what the caller says; the right client comes up. */
@ServiceTest
class SearchTest {

  @Autowired Office office;

  private final String name = Office.fresh();
  private final String street = Office.fresh();
  private final String keeper = Office.fresh();
  private final String phone = number();
  private final String sitePhone = number();
  private UUID client;
  private String code;

  @BeforeEach
  void aClientWithASite() {
    var created =
        office.create(
            Office.CLIENTS,
            Map.of(
                "name", "Hôtel de l'Œuvre " + name,
                "contactName", "Zoé " + keeper,
                "phone", "+33 (0)" + phone.substring(1)));
    client = Office.id(created);
    code = created.required("code").asString();
    Map<String, Object> site = Office.site();
    site.put("name", "Pavillon " + name);
    site.put("addressLine", "14 bis, rue d'" + street);
    site.put("city", "Saint-Étienne");
    site.put("postalCode", "42000");
    site.put("contactPhone", sitePhone);
    office.create(Office.sitesOf(client), site);
  }

  @Test
  void byWhateverTheCallerSays() {
    for (String typed :
        List.of(
            name,
            name.toUpperCase(),
            name.substring(0, 12),
            "hotel oeuvre " + name,
            "HÔTEL DE L'ŒUVRE " + name,
            name + " hot",
            "pavillon " + name,
            "14 bis rue d'" + street,
            street + " saint-etienne",
            street + " 420",
            keeper + " zoe")) {
      assertThat(found(typed)).as(typed).containsExactly(client);
    }
    assertThat(found(name + " marseille")).isEmpty();
    assertThat(found(name.substring(1))).isEmpty();
  }

  @Test
  void byCode() {
    for (String typed : List.of(code, code.toLowerCase(), code.replace("-", ""), code.replace("-", " "), code + " " + name)) {
      assertThat(found(typed)).as(typed).contains(client);
    }
    assertThat(found(code)).hasSize(1);
    assertThat(found("cli " + name)).isEmpty();
  }

  @Test
  void byTelephoneNumberHoweverItIsWritten() {
    for (String number : List.of(phone, sitePhone)) {
      String national = number.substring(1);
      for (String typed :
          List.of(
              number,
              grouped(number, " "),
              grouped(number, "."),
              grouped(number, "-"),
              "+33" + national,
              "+33 " + national,
              "+33 (0) " + national,
              "0033" + national,
              grouped(number, " ").substring(0, 11),
              number + " " + name)) {
        assertThat(found(typed)).as(typed).contains(client);
      }
    }
  }

  @Test
  void asItIsNowNotAsItWas() {
    String newName = Office.fresh();
    office.change(Office.CLIENTS + "/" + client, 1, Map.of("name", newName));

    assertThat(found("oeuvre " + name)).isEmpty();
    assertThat(found("pavillon " + name)).containsExactly(client);
    assertThat(found(newName)).containsExactly(client);
    assertThat(found(newName + " " + street)).containsExactly(client);
  }

  @Test
  void retiredOrNot() {
    office.delete(office.admin(), Office.CLIENTS + "/" + client, 1).expectStatus().isNoContent();

    assertThat(found(name)).containsExactly(client);
    assertThat(found(name, "&active=false")).containsExactly(client);
    assertThat(found(name, "&active=true")).isEmpty();
  }

  @Test
  void eachOnceHoweverManyOfItsWordsFit() {
    office.change(
        Office.CLIENTS + "/" + client, 1, Map.of("name", name + " " + name + "a " + name + "b"));
    for (int limit : List.of(1, 50)) {
      assertThat(
              office.all(office.dispatcher(), Office.CLIENTS + "?q=" + name, limit).stream()
                  .map(Office::id))
          .containsExactly(client);
    }
  }

  @Test
  void pageByPage() {
    String shared = Office.fresh();
    for (int i = 0; i < 7; i++) {
      office.create(Office.CLIENTS, Map.of("name", "Club " + shared + (char) ('g' - i)));
    }
    var names =
        office.all(office.dispatcher(), Office.CLIENTS + "?q=club%20" + shared, 2).stream()
            .map(found -> found.required("name").asString())
            .toList();
    assertThat(names).hasSize(7).isSorted();
  }

  @Test
  void aTechnicianByNameNumberAndSkill() {
    Map<String, Object> technician = Office.technician("Pompe à chaleur", "Électricité");
    String number = number();
    technician.put("phone", number);
    UUID id = Office.id(office.create(Office.TECHNICIANS, technician));
    String username = (String) technician.get("username");
    for (String query :
        List.of(
            "q=camille%20" + username,
            "q=" + number,
            "q=" + username + "&skill=pompe%20a%20chaleur",
            "q=" + username + "&skill=%C3%89LECTRICIT%C3%89&active=true")) {
      assertThat(office.all(office.dispatcher(), Office.TECHNICIANS + "?" + query, 50))
          .as(query)
          .extracting(Office::id)
          .containsExactly(id);
    }
    assertThat(
            office.all(office.dispatcher(), Office.TECHNICIANS + "?skill=ELECTRICITE", 100))
        .extracting(Office::id)
        .contains(id);
    assertThat(
            office.all(
                office.dispatcher(), Office.TECHNICIANS + "?skill=soudure&q=" + username, 50))
        .isEmpty();
    assertThat(office.all(office.admin(), Office.USERS + "?role=CLIENT&q=" + username, 50))
        .isEmpty();
  }

  private List<UUID> found(String typed) {
    return found(typed, "");
  }

  private List<UUID> found(String typed, String filters) {
    String q = URLEncoder.encode(typed, StandardCharsets.UTF_8);
    return office.all(office.dispatcher(), Office.CLIENTS + "?q=" + q + filters, 50).stream()
        .map(Office::id)
        .toList();
  }

  private static String number() {
    long random = UUID.randomUUID().getMostSignificantBits() >>> 1;
    return "06%08d".formatted(random % 100_000_000);
  }

  private static String grouped(String number, String separator) {
    return String.join(
        separator,
        number.substring(0, 2),
        number.substring(2, 4),
        number.substring(4, 6),
        number.substring(6, 8),
        number.substring(8));
  }
}
