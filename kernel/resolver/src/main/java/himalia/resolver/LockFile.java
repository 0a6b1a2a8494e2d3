package himalia.resolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;

/**
 * What must be resolved, to the byte: lines of {@code coordinate sha256}.
 *
 * @param wanted the lines; none where nothing is locked
 */
record LockFile(List<String> wanted) {
    LockFile {
        wanted = List.copyOf(wanted);
    }

    static LockFile of(List<String> lines) {
        return new LockFile(lines.stream().map(String::strip).filter(l -> !l.isEmpty()).toList());
    }

    /** Returns the lines for artifacts that were resolved. */
    static List<String> lines(List<Artifact> artifacts) {
        return artifacts.stream().map(one -> one + " " + checksum(one)).sorted().toList();
    }

    /** Returns the locked versions, so that no other is chosen. */
    List<Dependency> managed() {
        return wanted.stream()
                .map(line -> new Dependency(new DefaultArtifact(line.split(" ", 2)[0]), "compile"))
                .toList();
    }

    /** Refuses artifacts that are not the locked ones. */
    void check(List<Artifact> artifacts) {
        if (wanted.isEmpty()) {
            return;
        }
        var now = new ArrayList<>(lines(artifacts));
        var missing = new ArrayList<>(wanted);
        missing.removeAll(now);
        now.removeAll(wanted);
        if (!now.isEmpty()) {
            throw new IllegalArgumentException(
                    "what was resolved is not what the lock file says, so nothing was added; resolved: "
                            + String.join(", ", now)
                            + "; locked: "
                            + (missing.isEmpty()
                                    ? "nothing of that name"
                                    : String.join(", ", missing))
                            + ". Delete the lock file to lock these versions anew");
        }
    }

    private static String checksum(Artifact artifact) {
        try {
            var bytes = Files.readAllBytes(artifact.getFile().toPath());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + artifact.getFile(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
