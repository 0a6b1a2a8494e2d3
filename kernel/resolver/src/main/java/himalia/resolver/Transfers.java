package himalia.resolver;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.jspecify.annotations.Nullable;

/**
 * Hears what is being fetched, several files at once: adds it up for whoever watches, ends it where nobody wants it any
 * more, and refuses what no honest repository sends.
 */
final class Transfers extends AbstractTransferListener {
    /** The largest list of versions of Maven's central repository has less than one. */
    static final long LONGEST_TEXT = 16L << 20;

    /** Where Maven's HTTP transport keeps what is open. */
    private static final String CONNECTIONS = "org.eclipse.aether.transport.http.GlobalState";

    private final Predicate<Map<String, Object>> watcher;
    private final Map<File, Transfer> all = new LinkedHashMap<>();
    private final Map<File, String> fresh = new ConcurrentHashMap<>();
    private final Map<File, Integer> corrupted = new ConcurrentHashMap<>();

    /** Tells {@code watcher} the {@code name}, {@code done}, {@code total} (−1 if unknown) and {@code files}; it says whether to go on. */
    Transfers(Predicate<Map<String, Object>> watcher) {
        this.watcher = watcher;
    }

    private volatile @Nullable TransferCancelledException hungUp;

    private static final class Transfer {
        final String name;
        long done;
        long total = -1;
        boolean ended;

        Transfer(String name) {
            this.name = name;
        }
    }

    /** Returns why connections were cut, if they were; what comes of that says only that they are. */
    Optional<TransferCancelledException> hungUp() {
        return Optional.ofNullable(hungUp);
    }

    /** Returns the files that came just now. */
    Set<File> fresh() {
        return Set.copyOf(fresh.keySet());
    }

    /** Returns the id of the repository that a file came from just now. */
    Optional<String> origin(File file) {
        return Optional.ofNullable(fresh.get(file));
    }

    @Override
    public void transferInitiated(TransferEvent event) throws TransferCancelledException {
        goOn(event);
    }

    @Override
    public void transferStarted(TransferEvent event) throws TransferCancelledException {
        synchronized (all) {
            var transfer = new Transfer(name(event));
            transfer.total = event.getResource().getContentLength();
            all.put(event.getResource().getFile(), transfer);
        }
        refuseIfTooLong(event, event.getResource().getContentLength());
        goOn(event);
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        synchronized (all) {
            var transfer = all.get(event.getResource().getFile());
            if (transfer != null) {
                transfer.done = event.getTransferredBytes();
            }
        }
        refuseIfTooLong(event, event.getTransferredBytes());
        goOn(event);
    }

    @Override
    public void transferCorrupted(TransferEvent event) throws TransferCancelledException {
        // Maven warns only. Where there is no checksum, nothing contradicts the file.
        if (event.getException() instanceof ChecksumFailureException failure
                && !failure.getExpected().isEmpty()
                && corrupted.merge(event.getResource().getFile(), 1, Integer::sum) > 1) {
            throw new WrongChecksum(failure);
        }
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        fresh.put(event.getResource().getFile(), event.getResource().getRepositoryId());
        ended(event);
    }

    @Override
    public void transferFailed(TransferEvent event) {
        ended(event);
    }

    private void ended(TransferEvent event) {
        synchronized (all) {
            var transfer = all.get(event.getResource().getFile());
            if (transfer != null) {
                transfer.ended = true;
                transfer.total = transfer.done;
            }
        }
    }

    private void goOn(TransferEvent event) throws TransferCancelledException {
        if (!watcher.test(sum())) {
            throw hangUp(event, new TransferCancelledException("interrupted"));
        }
    }

    private Map<String, Object> sum() {
        synchronized (all) {
            long done = 0;
            long total = 0;
            int running = 0;
            var name = "";
            for (var each : all.values()) {
                done += each.done;
                total = total < 0 || each.total < 0 ? -1 : total + each.total;
                if (!each.ended) {
                    name = each.name;
                    running++;
                }
            }
            return Map.of("name", name, "done", done, "total", total, "files", running);
        }
    }

    private void refuseIfTooLong(TransferEvent event, long length)
            throws TransferCancelledException {
        if (length > LONGEST_TEXT && isText(event)) {
            throw hangUp(event, new TooLong(name(event)));
        }
    }

    /** Who cancels a transfer closes its stream, and HttpClient then reads it to its end, which may be far. */
    private TransferCancelledException hangUp(TransferEvent event, TransferCancelledException why) {
        hungUp = why;
        var cache = event.getSession().getCache();
        if (cache != null
                && cache.get(event.getSession(), CONNECTIONS) instanceof Closeable connections) {
            try {
                connections.close();
            } catch (IOException e) {
                // They are of no use any more.
            }
        }
        return why;
    }

    /** Lists of versions, projects and checksums are small. */
    private static boolean isText(TransferEvent event) {
        var name = name(event);
        return name.contains("maven-metadata") || name.endsWith(".pom") || name.endsWith(".sha1");
    }

    private static String name(TransferEvent event) {
        var resource = event.getResource().getResourceName();
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    /** A file that is not what the repository's own checksum says. */
    static final class WrongChecksum extends TransferCancelledException {
        private static final long serialVersionUID = 1;

        WrongChecksum(ChecksumFailureException cause) {
            super(
                    "something else than its own checksum says (expected "
                            + cause.getExpected()
                            + ", got "
                            + cause.getActual()
                            + ")",
                    cause);
        }
    }

    /** A text without end. */
    static final class TooLong extends TransferCancelledException {
        private static final long serialVersionUID = 1;

        TooLong(String name) {
            super("a " + name + " of more than " + (LONGEST_TEXT >> 20) + " MB");
        }
    }
}
