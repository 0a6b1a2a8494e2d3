package himalia.kernel.session;

import himalia.display.bundle.WholeFile;
import himalia.kernel.protocol.content.HistoryReply;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of all sessions, one JSON object a line, shared by kernels: appended under a lock, bounded, and a line that
 * is none is passed over.
 */
final class HistoryFile {
    private static final int KEPT = 10_000;
    private static final int MOST = 12_000;

    /** A larger file is shortened to half of it: every request for history reads it whole. */
    private static final long MOST_BYTES = 32L << 20;

    /** The value of {@code HIMALIA_HISTORY} that keeps nothing: for programs that run notebooks. */
    private static final String OFF = "off";

    private final @Nullable Path file;

    HistoryFile(@Nullable Path file) {
        this.file = file;
    }

    /** Returns one that keeps nothing. */
    static HistoryFile none() {
        return new HistoryFile(null);
    }

    /** Returns the user's own history file. */
    static HistoryFile ofUser() {
        var named = System.getenv("HIMALIA_HISTORY");
        if (named != null && !named.isBlank()) {
            return new HistoryFile(named.equals(OFF) ? null : Path.of(named));
        }
        var data = System.getenv("XDG_DATA_HOME");
        var home = Path.of(System.getProperty("user.home"));
        var base =
                data == null || data.isBlank()
                        ? home.resolve(".local").resolve("share")
                        : Path.of(data);
        return new HistoryFile(base.resolve("himalia").resolve("history.jsonl"));
    }

    /** Returns all entries, oldest first; none where the file cannot be read. */
    List<HistoryReply.Entry> read() {
        var entries = new ArrayList<HistoryReply.Entry>();
        try {
            if (file != null && Files.exists(file)) {
                // Not strictly: one torn byte must not cost all that is older and newer.
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> add(line, entries));
            }
        } catch (IOException e) {
            System.getLogger("himalia.history")
                    .log(System.Logger.Level.WARNING, "no history: " + e);
        }
        return entries;
    }

    /** Takes the next session's number and appends its first entry, so that two kernels never share one. */
    long begin(long line, String input) throws IOException {
        // A file lock is the process's: within one, threads need their own.
        synchronized (HistoryFile.class) {
            return beginLocked(line, input);
        }
    }

    private long beginLocked(long line, String input) throws IOException {
        var file = this.file;
        if (file == null) {
            return 1;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var channel = open(file);
                var lock = channel.lock()) {
            var known = known(channel, file);
            long session = known.session() + 1;
            add(channel, file, known, new HistoryReply.Entry(session, line, input, null));
            return session;
        }
    }

    /** Appends entries. */
    void append(List<HistoryReply.Entry> entries) throws IOException {
        synchronized (HistoryFile.class) {
            appendLocked(entries);
        }
    }

    private void appendLocked(List<HistoryReply.Entry> entries) throws IOException {
        var file = this.file;
        if (file == null || entries.isEmpty()) {
            return;
        }
        try (var channel = open(file);
                var lock = channel.lock()) {
            for (var entry : entries) {
                add(channel, file, known(channel, file), entry);
            }
        }
    }

    private void add(FileChannel channel, Path file, HistoryMark known, HistoryReply.Entry entry)
            throws IOException {
        long count = known.entries();
        if (count > MOST || known.bytes() > MOST_BYTES) {
            count = shorten(file, read());
        }
        write(file, entry);
        new HistoryMark(Math.max(known.session(), entry.session()), count + 1, size(file))
                .write(channel);
    }

    /** Returns what is noted of the file; where that is of another one than is there, the file itself is read. */
    private HistoryMark known(FileChannel channel, Path file) throws IOException {
        long bytes = size(file);
        var noted = HistoryMark.read(channel);
        if (noted.isPresent() && noted.get().bytes() == bytes) {
            return noted.get();
        }
        var entries = read();
        long session = 0;
        for (var entry : entries) {
            session = Math.max(session, entry.session());
        }
        return new HistoryMark(session, entries.size(), bytes);
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Appends an entry; on a line of its own, also where the last line was torn. */
    private static void write(Path file, HistoryReply.Entry entry) throws IOException {
        try (var out =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long end = out.size();
            var last = ByteBuffer.allocate(1);
            if (end > 0 && out.read(last, end - 1) == 1 && last.get(0) != '\n') {
                end += out.write(ByteBuffer.wrap(new byte[] {'\n'}), end);
            }
            var bytes = ByteBuffer.wrap(encoded(entry));
            while (bytes.hasRemaining()) {
                end += out.write(bytes, end);
            }
        }
    }

    /** The lock has a file of its own, because the history itself is replaced when it is shortened. */
    private static FileChannel open(Path file) throws IOException {
        var lock = file.resolveSibling(file.getFileName() + ".lock");
        return FileChannel.open(
                lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Keeps the newest; returns how many. */
    private static int shorten(Path file, List<HistoryReply.Entry> entries) throws IOException {
        var kept = new ArrayDeque<byte[]>();
        long bytes = 0;
        for (int i = entries.size() - 1; i >= 0 && kept.size() < KEPT; i--) {
            var line = encoded(entries.get(i));
            bytes += line.length;
            if (bytes > MOST_BYTES / 2) {
                break;
            }
            kept.addFirst(line);
        }
        WholeFile.write(
                file,
                out -> {
                    var buffered = new BufferedOutputStream(out);
                    for (var line : kept) {
                        buffered.write(line);
                    }
                    buffered.flush();
                });
        return kept.size();
    }

    private static byte[] encoded(HistoryReply.Entry entry) {
        var map = new LinkedHashMap<String, Object>();
        map.put("session", entry.session());
        map.put("line", entry.line());
        map.put("input", entry.input());
        return (Json.write(map) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked")
    private static void add(String line, List<HistoryReply.Entry> entries) {
        try {
            if (Json.read(line) instanceof Map<?, ?> map) {
                var fields = new Fields((Map<String, Object>) map);
                entries.add(
                        new HistoryReply.Entry(
                                fields.number("session", 0),
                                fields.number("line", 0),
                                fields.text("input"),
                                null));
            }
        } catch (IllegalArgumentException e) {
            // A line that another program tore.
        }
    }
}
