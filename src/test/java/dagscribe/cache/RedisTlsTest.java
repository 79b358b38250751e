package dagscribe.cache;

import static dagscribe.cache.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.redis.RedisUrl;
import dagscribe.testing.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;

class RedisTlsTest {

  private static final String STORE_PASSWORD = "changeit";

  @TempDir Path folder;

  @Test
  void trustedServerOfTheRightName_isUsed() throws Exception {
    try (RedisServer server = serverNamed("dns:localhost,ip:127.0.0.1");
        InstructionCache cache = RedisCache.open(url(server), trust())) {
      cache.store(Map.of("k", answer("Do")));

      assertThat(cache.find(List.of("k")), is(Map.of("k", answer("Do"))));
    }
  }

  @Test
  void trustedServerOfAnotherName_isRefused() throws Exception {
    try (RedisServer server = serverNamed("dns:other.example")) {
      assertThrows(CacheException.class, () -> RedisCache.open(url(server), trust()));
    }
  }

  @Test
  void untrustedServer_isRefused() throws Exception {
    try (RedisServer server = serverNamed("dns:localhost,ip:127.0.0.1")) {
      assertThrows(CacheException.class, () -> RedisCache.open(url(server)));
    }
  }

  private static RedisUrl url(RedisServer server) {
    return RedisUrl.parse("rediss://127.0.0.1:" + server.port());
  }

  private SslOptions trust() {
    return SslOptions.builder()
        .truststore(folder.resolve("keys.p12").toFile(), STORE_PASSWORD.toCharArray())
        .trustStoreType("PKCS12")
        .sslVerifyMode(SslVerifyMode.FULL)
        .build();
  }

  private RedisServer serverNamed(String names) throws Exception {
    makeKeys(names);
    KeyStore keys =
        KeyStore.getInstance(folder.resolve("keys.p12").toFile(), STORE_PASSWORD.toCharArray());
    Path certificate = pem("CERTIFICATE", "server.crt", keys.getCertificate("server").getEncoded());
    Path key =
        pem(
            "PRIVATE KEY",
            "server.key",
            keys.getKey("server", STORE_PASSWORD.toCharArray()).getEncoded());
    return RedisServer.startTls(
        "--tls-cert-file", certificate.toString(),
        "--tls-key-file", key.toString(),
        "--tls-ca-cert-file", certificate.toString(),
        "--tls-auth-clients", "no");
  }

  private void makeKeys(String names) throws Exception {
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "server",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=test",
                    "-ext",
                    "san=" + names,
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    STORE_PASSWORD,
                    "-keystore",
                    folder.resolve("keys.p12").toString()))
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes());
    assertThat(output, keytool.waitFor(), is(0));
  }

  private Path pem(String kind, String name, byte[] der) throws Exception {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        folder.resolve(name),
        "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
  }
}
