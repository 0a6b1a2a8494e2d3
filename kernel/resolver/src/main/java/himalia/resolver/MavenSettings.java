package himalia.resolver;

import eu.maveniverse.maven.mima.context.Context;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Maven's settings as this user has them. Read here and handed to MIMA, because it heeds neither {@code <offline>} nor
 * that a proxy is not active.
 *
 * @param effective what counts: the user's file over that of the Maven installation
 * @param file the user's file, whether it is there or not
 */
record MavenSettings(Settings effective, Path file) {
    /** Reads the file that was named, else {@code ~/.m2/settings.xml}. */
    static MavenSettings read(List<String> named) {
        var file = named.isEmpty() ? home().resolve("settings.xml") : Path.of(named.get(0));
        if (!named.isEmpty() && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "there is no file " + file + ", which is to hold Maven's settings");
        }
        var request = new DefaultSettingsBuildingRequest();
        request.setSystemProperties(System.getProperties());
        request.setUserSettingsFile(file.toFile());
        var maven = System.getenv("MAVEN_HOME");
        if (maven != null) {
            request.setGlobalSettingsFile(Path.of(maven, "conf", "settings.xml").toFile());
        }
        try {
            var read = new DefaultSettingsBuilderFactory().newInstance().build(request);
            var settings = read.getEffectiveSettings();
            settings.setProxies(settings.getProxies().stream().filter(Proxy::isActive).toList());
            return new MavenSettings(settings, file);
        } catch (SettingsBuildingException e) {
            throw new IllegalArgumentException(
                    "Maven's settings cannot be read: " + words(e.getProblems()), e);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("user.home"), ".m2");
    }

    private static String words(List<SettingsProblem> problems) {
        return problems.stream()
                .filter(each -> each.getSeverity() != SettingsProblem.Severity.WARNING)
                .findFirst()
                .map(each -> each.getMessage() + " in " + each.getLocation())
                .orElse("they are broken");
    }

    /** Returns what MIMA is told besides: where the key of encrypted passwords lies, if it is not where it usually is. */
    static Optional<Path> security() {
        return Optional.ofNullable(System.getProperty("settings.security")).map(Path::of);
    }

    boolean offline() {
        return effective.isOffline();
    }

    /** Returns whether there are credentials for a repository. */
    boolean knows(String repository) {
        return effective.getServer(repository) != null;
    }

    /** Returns the ids of servers and proxies whose passwords could not be decrypted. */
    Set<String> locked(Context context) {
        var ids = new HashSet<String>();
        context.lookup()
                .lookup(SettingsDecrypter.class)
                .ifPresent(
                        decrypter -> {
                            var request = new DefaultSettingsDecryptionRequest();
                            request.setServers(effective.getServers());
                            request.setProxies(effective.getProxies());
                            var result = decrypter.decrypt(request);
                            result.getServers().stream()
                                    .filter(each -> encrypted(each.getPassword()))
                                    .forEach(each -> ids.add(each.getId()));
                            result.getProxies().stream()
                                    .filter(each -> encrypted(each.getPassword()))
                                    .forEach(each -> ids.add(each.getId()));
                        });
        return ids;
    }

    private static boolean encrypted(@org.jspecify.annotations.Nullable String password) {
        return password != null && password.matches("(?s).*\\{.+}.*");
    }

    /** Returns where MIMA looks for what the session's properties say. */
    static Map<String, Object> patience() {
        // Seconds without a byte, where Maven waits half an hour: a cell waits for it.
        return Map.of("aether.connector.requestTimeout", 30_000);
    }
}
