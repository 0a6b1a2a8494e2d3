package himalia.cluster;

import himalia.remote.ClusterAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The jars that jobs of one kind need on a cluster, which are sent there once.
 *
 * @param key the same for the same jars, whoever sends them
 */
record FarLibraries(ClusterAddress address, List<Path> jars, String key) {
    /** What a cluster was sent in this session, as long as its task managers live. */
    private static final Set<String> SENT = ConcurrentHashMap.newKeySet();

    private static final Map<Path, String> HASHES = new ConcurrentHashMap<>();

    static FarLibraries of(ClusterAddress address, List<Path> jars) {
        var digest = digest();
        jars.stream()
                .map(jar -> HASHES.computeIfAbsent(jar, FarLibraries::hash))
                .sorted()
                .forEach(hash -> digest.update(HexFormat.of().parseHex(hash)));
        return new FarLibraries(address, jars, HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether they were sent there; a task manager that began later has not got them. */
    boolean wereSent() {
        return SENT.contains(address + " " + key);
    }

    /** They were, and are kept there. */
    void areSent() {
        SENT.add(address + " " + key);
    }

    /** Sends them with a job. */
    void send(StreamExecutionEnvironment there) {
        for (int i = 0; i < jars.size(); i++) {
            there.registerCachedFile(jars.get(i).toUri().toString(), FarTask.file(i));
        }
    }

    private static String hash(Path jar) {
        var digest = digest();
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(jar)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + jar, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
