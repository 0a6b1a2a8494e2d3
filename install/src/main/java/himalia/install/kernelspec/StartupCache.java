package himalia.install.kernelspec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The file of classes, loaded and linked in advance, from which the kernel starts in half the time.
 *
 * <p>Belongs to one JDK and one set of jars, and its name says which: another JDK, or a jar written anew, finds none and
 * starts without. The JVM checks the same and does without by itself.
 *
 * @param home the distribution, in whose {@code cache} folder it lies
 * @param jdk the JDK it was made by
 * @param worker whether it is the worker's; else the kernel's
 */
public record StartupCache(Distribution home, InstalledJdk jdk, boolean worker) {
    /** JDK 25 has caches that hold more than classes. */
    private static final int AHEAD_OF_TIME = 25;

    /** Returns the file, whether it exists or not. */
    public Path file() {
        // The worker's debug agent and an ahead-of-time cache exclude each other.
        var kind = jdk.feature() >= AHEAD_OF_TIME && !worker ? ".aot" : ".jsa";
        return folder().resolve(prefix() + key() + kind);
    }

    /** Returns how the names of all caches of this kind begin, whatever jars they were made of. */
    String prefix() {
        return (worker ? "worker-" : "kernel-") + jdk.feature() + "-";
    }

    /** Returns whether it is there, and whole: a JDK before 25 dies of one that lacks its end. */
    public boolean exists() {
        try {
            return Files.readString(sizeFile()).equals(Long.toString(Files.size(file())));
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Returns the file beside it that says how many bytes it has; the kernel looks there before it starts a worker. */
    Path sizeFile() {
        return Path.of(file() + ".size");
    }

    /** Returns the flags that start a JVM from the cache. */
    List<String> use() {
        if (jdk.feature() < AHEAD_OF_TIME) {
            return List.of("-XX:SharedArchiveFile=" + file(), "-Xshare:auto", "-Xlog:cds*=off");
        }
        var flags = new ArrayList<>(List.of("-XX:AOTCache=" + file()));
        flags.addAll(List.of("-Xlog:aot*=off", "-Xlog:cds*=off"));
        if (jdk.feature() == AHEAD_OF_TIME) {
            // What was hot in training is compiled when it is hot again, not at the start, when few
            // cores have much to do. A diagnostic option: a later JDK may refuse it.
            flags.add("-XX:-AOTReplayTraining");
        }
        return flags;
    }

    /** Returns the flags under which a session writes the cache to {@code target} as it ends. */
    List<String> record(Path target) {
        return jdk.feature() >= AHEAD_OF_TIME
                ? List.of("-XX:AOTCacheOutput=" + target, "-Xlog:disable")
                : List.of("-XX:ArchiveClassesAtExit=" + target, "-Xlog:disable");
    }

    Path folder() {
        return home.folder().resolve("cache");
    }

    private String key() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((jdk.version() + jdk.home()).getBytes(StandardCharsets.UTF_8));
            for (var jar : worker ? home.workerJars() : home.kernelJars()) {
                var line = jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar);
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
