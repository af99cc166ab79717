package com.accordenergie.auth.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of keys: the public part legible, the private part sealed. */
@Repository
class SigningKeyStore {

  private final JdbcClient jdbc;
  private final KeyVault vault;

  SigningKeyStore(JdbcClient jdbc, KeyVault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** Newest first. */
  List<SigningKey> all() {
    return jdbc.sql(
            """
            select generation, kid, public_jwk, private_key, created_at, signs_from
              from signing_key order by generation desc
            """)
        .query((row, number) -> read(row))
        .list();
  }

  /** False when another instance has made that generation meanwhile. */
  boolean add(SigningKey key) {
    return jdbc.sql(
                """
                insert ignore into signing_key
                  (generation, kid, public_jwk, private_key, created_at, signs_from)
                values (?, ?, ?, ?, ?, ?)
                """)
            .params(
                key.generation(),
                key.pair().getKeyID(),
                key.pair().toPublicJWK().toJSONString(),
                vault.seal(encodedPrivate(key.pair()), key.pair().getKeyID()),
                Timestamp.from(key.createdAt()),
                Timestamp.from(key.signsFrom()))
            .update()
        == 1;
  }

  void remove(SigningKey key) {
    jdbc.sql("delete from signing_key where generation = ?").param(key.generation()).update();
  }

  private SigningKey read(ResultSet row) throws SQLException {
    try {
      RSAKey published = RSAKey.parse(row.getString("public_jwk"));
      byte[] encoded = vault.open(row.getBytes("private_key"), row.getString("kid"));
      var privateKey =
          (RSAPrivateKey)
              KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new SigningKey(
          row.getInt("generation"),
          new RSAKey.Builder(published).privateKey(privateKey).build(),
          row.getTimestamp("created_at").toInstant(),
          row.getTimestamp("signs_from").toInstant());
    } catch (ParseException | GeneralSecurityException damaged) {
      throw new IllegalStateException("A signing key cannot be read", damaged);
    }
  }

  private static byte[] encodedPrivate(RSAKey pair) {
    try {
      return pair.toPrivateKey().getEncoded();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("RSA is part of the platform", impossible);
    }
  }
}
