package himalia.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;

/** A settings.xml against servers that really want what it says. */
@Timeout(60)
class SettingsTest {
    private static final String THING = "org.example:thing:1.0";

    @TempDir private Path folder;
    private Path file;
    private final TestRepository repository = new TestRepository();
    private final TestRepository empty = new TestRepository();

    @BeforeEach
    void offer() {
        file = folder.resolve("settings.xml");
        repository.with("org.example", "thing", "1.0");
    }

    @AfterEach
    void close() {
        System.clearProperty("settings.security");
        repository.close();
        empty.close();
    }

    @Test
    void aMirrorOfEverythingIsAskedInPlaceOfEveryRepository() throws IOException {
        settings(mirror("*"));

        var answer = ask(Map.of("repositories", List.of("http://127.0.0.1:1/nowhere")));

        assertThat(answer.get("added")).containsExactly(THING);
        assertThat(answer.get("jars"))
                .containsExactly(
                        folder.resolve("repo/org/example/thing/1.0/thing-1.0.jar").toString());
    }

    @Test
    void aMirrorOfCentralIsAskedInItsPlace() throws IOException {
        settings(mirror("central"));
        assertThat(ask(Map.of()).get("added")).containsExactly(THING);
    }

    @Test
    void theCredentialsOfAServerAreGivenToTheRepositoryOfItsId() throws IOException {
        repository.only("ada", "secret");
        settings(server("corp", "ada", "secret") + noCentral());

        assertThat(ask(corp()).get("added")).containsExactly(THING);
    }

    @Test
    void wrongCredentialsNameTheRepositoryAndTheFile() throws IOException {
        repository.only("ada", "secret");
        settings(server("corp", "ada", "guess") + noCentral());

        assertThatThrownBy(() -> ask(corp()))
                .hasMessage(
                        THING
                                + " (its pom) could not be had: repository 'corp' ("
                                + repository.url()
                                + "/) refuses the user name or password of <server> 'corp' in "
                                + file);
    }

    @Test
    void missingCredentialsSayWhatToWriteWhere() throws IOException {
        repository.only("ada", "secret");
        settings(noCentral());

        assertThatThrownBy(() -> ask(corp()))
                .hasMessage(
                        THING
                                + " (its pom) could not be had: repository 'corp' ("
                                + repository.url()
                                + "/) wants a user name and a password: write a <server> with the <id> corp into "
                                + file);
    }

    @Test
    void anEncryptedPasswordIsDecryptedWithTheMasterPassword() throws Exception {
        repository.only("ada", "secret");
        var cipher = new DefaultPlexusCipher();
        var security = folder.resolve("settings-security.xml");
        Files.writeString(
                security,
                "<settingsSecurity><master>"
                        + cipher.encryptAndDecorate("master", "settings.security")
                        + "</master></settingsSecurity>");
        settings(
                server("corp", "ada", cipher.encryptAndDecorate("secret", "master")) + noCentral());

        System.setProperty("settings.security", security.toString());
        assertThat(ask(corp()).get("added")).containsExactly(THING);
    }

    @Test
    void aPasswordThatCannotBeDecryptedIsSaidToBeSo() throws Exception {
        repository.only("ada", "secret");
        var cipher = new DefaultPlexusCipher();
        settings(
                server("corp", "ada", cipher.encryptAndDecorate("secret", "master")) + noCentral());

        var security = folder.resolve("nowhere.xml");
        System.setProperty("settings.security", security.toString());
        assertThatThrownBy(() -> ask(corp()))
                .hasMessage(
                        THING
                                + " (its pom) could not be had: repository 'corp' ("
                                + repository.url()
                                + "/) refuses: the password of <server> 'corp' in "
                                + file
                                + " is encrypted, and "
                                + security
                                + " does not open it");
    }

    @Test
    void aProxyIsAskedForEveryAddress() throws IOException {
        repository.asProxy();
        settings(proxy("true", ""));

        var answer = ask(Map.of("repositories", List.of("corp http://repo.example.org")));

        assertThat(answer.get("added")).containsExactly(THING);
        assertThat(repository.asked())
                .contains("http://repo.example.org/org/example/thing/1.0/thing-1.0.jar");
    }

    @Test
    void aProxyIsGivenItsCredentials() throws IOException {
        repository.asProxy().only("ada", "secret");
        settings(proxy("true", "<username>ada</username><password>secret</password>"));

        var answer = ask(Map.of("repositories", List.of("corp http://repo.example.org")));

        assertThat(answer.get("added")).containsExactly(THING);
    }

    @Test
    void aProxyThatRefusesIsNamed() throws IOException {
        repository.asProxy().only("ada", "secret");
        settings(proxy("true", "<username>ada</username><password>guess</password>"));

        assertThatThrownBy(
                        () -> ask(Map.of("repositories", List.of("corp http://repo.example.org"))))
                .hasMessageContaining(
                        "the proxy 127.0.0.1:"
                                + repository.port()
                                + " refuses the user name or password that its <proxy> in "
                                + file
                                + " has");
    }

    @Test
    void aProxyThatIsNotActiveIsNotAsked() throws IOException {
        try (var proxy = new TestRepository().asProxy()) {
            settings(
                    proxy("false", "")
                                    .replace("<port>" + repository.port(), "<port>" + proxy.port())
                            + noCentral());
            assertThat(ask(corp()).get("added")).containsExactly(THING);
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void repositoriesOfAnActiveProfileAreAsked() throws IOException {
        settings(
                "<profiles><profile><id>work</id><repositories><repository><id>corp</id><url>"
                        + repository.url()
                        + "/</url></repository></repositories></profile></profiles>"
                        + "<activeProfiles><activeProfile>work</activeProfile></activeProfiles>"
                        + noCentral());
        assertThat(ask(Map.of()).get("added")).containsExactly(THING);
    }

    @Test
    void offlineAsTheSettingsSayTakesOnlyWhatIsThere() throws IOException {
        settings(mirror("*") + "<offline>true</offline>");
        assertThatThrownBy(() -> ask(Map.of()))
                .hasMessage(
                        THING
                                + " could not be had: Maven is offline, as "
                                + file
                                + " says, and "
                                + folder.resolve("repo")
                                + " does not have it");

        settings(mirror("*"));
        ask(Map.of());
        settings(mirror("*") + "<offline>true</offline>");
        assertThat(ask(Map.of()).get("added")).containsExactly(THING);
    }

    @Test
    void offlineMayBeAskedForOnce() throws IOException {
        settings(mirror("*"));
        assertThatThrownBy(() -> ask(Map.of("offline", List.of("true"))))
                .hasMessage(
                        THING
                                + " could not be had: Maven is offline, and "
                                + folder.resolve("repo")
                                + " does not have it");
        assertThat(repository.asked()).isEmpty();
    }

    @Test
    void settingsThatCannotBeReadNameTheLine() throws IOException {
        Files.writeString(file, "<settings>\n<mirrors><mirror></settings>");
        assertThatThrownBy(() -> ask(Map.of()))
                .hasMessageStartingWith("Maven's settings cannot be read: Non-parseable settings")
                .hasMessageContaining(file + ", line 2");
    }

    @Test
    void settingsThatAreNotThereAreNamed() {
        var missing = folder.resolve("other.xml");
        assertThatThrownBy(() -> Resolved.of(Map.of("settings", List.of(missing.toString()))))
                .hasMessage("there is no file " + missing + ", which is to hold Maven's settings");
    }

    private Map<String, List<String>> corp() {
        return Map.of("repositories", List.of("corp " + repository.url() + "/"));
    }

    private Map<String, List<String>> ask(Map<String, List<String>> more) {
        var request = new HashMap<>(more);
        request.put("coordinates", List.of(THING));
        request.put("settings", List.of(file.toString()));
        return Resolved.of(request);
    }

    private void settings(String inside) throws IOException {
        Files.writeString(
                file,
                "<settings><localRepository>"
                        + folder.resolve("repo")
                        + "</localRepository>"
                        + inside
                        + "</settings>");
    }

    private String mirror(String of) {
        return mirrorOf(of, repository.url() + "/");
    }

    private String noCentral() {
        return mirrorOf("central", empty.url() + "/");
    }

    private static String mirrorOf(String of, String url) {
        return "<mirrors><mirror><id>near</id><mirrorOf>"
                + of
                + "</mirrorOf><url>"
                + url
                + "</url></mirror></mirrors>";
    }

    private static String server(String id, String user, String password) {
        return "<servers><server><id>"
                + id
                + "</id><username>"
                + user
                + "</username><password>"
                + password
                + "</password></server></servers>";
    }

    private String proxy(String active, String credentials) {
        return "<proxies><proxy><id>way-out</id><active>"
                + active
                + "</active><protocol>http</protocol><host>127.0.0.1</host><port>"
                + repository.port()
                + "</port>"
                + credentials
                + "<nonProxyHosts>none</nonProxyHosts></proxy></proxies>";
    }
}
