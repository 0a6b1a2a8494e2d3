package himalia.install.kernelspec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * One JDK that can run the kernel.
 *
 * @param home its folder
 * @param feature 17, 21, 25
 * @param version all that it says of its version
 */
public record InstalledJdk(Path home, int feature, String version) {
    /** Returns the JDK that runs this process. */
    public static InstalledJdk running() {
        return new InstalledJdk(
                Path.of(System.getProperty("java.home")),
                Runtime.version().feature(),
                Runtime.version().toString());
    }

    /** Reads what the JDK in {@code home} says of itself; empty where none is there. */
    public static Optional<InstalledJdk> at(Path home) {
        var release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin").resolve(tool("javac")))
                || !Files.isRegularFile(release)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(release).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.substring("JAVA_VERSION=".length()).replace("\"", ""))
                    .findFirst()
                    .map(
                            version ->
                                    new InstalledJdk(
                                            home,
                                            Runtime.Version.parse(version).feature(),
                                            version));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    public Path java() {
        return home.resolve("bin").resolve(tool("java"));
    }

    private static String tool(String name) {
        var windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? name + ".exe" : name;
    }
}
