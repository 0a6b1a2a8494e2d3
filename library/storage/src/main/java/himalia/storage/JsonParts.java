package himalia.storage;

import himalia.table.FirstTable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.arrow.memory.RootAllocator;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The rows of a large file of JSON lines, a part of the file by each core. A file that is otherwise, or wrong, is read from
 * its beginning by one, which knows what to say.
 */
final class JsonParts {
    /** In bytes: less is read in an instant. */
    private static final long LARGE = 2_000_000;

    private final Source source;
    private final long[] bounds;
    private final Scan[] scans;
    private final AtomicInteger done = new AtomicInteger();

    private JsonParts(Source source, long[] bounds) {
        this.source = source;
        this.bounds = bounds;
        scans = new Scan[bounds.length - 1];
    }

    /** What the rows of a part have told: its keys in their order. */
    private record Scan(Map<String, JsonColumn> columns, int rows, boolean hasObjects) {}

    /** Returns the table of a file, or nothing where one thread has to read it. */
    static Optional<Table> read(Source source, String name, FileWork job) throws IOException {
        var file = source.file();
        if (source.format() != Format.JSON_LINES
                || Packing.of(file) != Packing.NONE
                || Files.size(file) < LARGE) {
            return Optional.empty();
        }
        try (var channel = FileChannel.open(file)) {
            var first = new byte[1];
            QuickBlocks.read(channel, first, 0, 0, 1);
            var bounds = bounds(channel, Runtime.getRuntime().availableProcessors());
            if (first[0] != '{' || bounds.length < 3) {
                return Optional.empty();
            }
            var parts = new JsonParts(source, bounds);
            job.measure(() -> parts.done.get() / (2.0 * parts.scans.length));
            return parts.table(name);
        } catch (IOException | RuntimeException e) {
            FileWork.stopIfInterrupted(file);
            return Optional.empty();
        }
    }

    /** Returns where parts begin and end, each behind the end of a line. */
    private static long[] bounds(FileChannel channel, int parts) throws IOException {
        var bounds = new ArrayList<Long>();
        bounds.add(0L);
        var bytes = new byte[1 << 16];
        for (int part = 1; part < parts; part++) {
            long at = channel.size() / parts * part;
            int length = QuickBlocks.read(channel, bytes, 0, at, bytes.length);
            for (int i = 0; i < length; i++) {
                if (bytes[i] == '\n' && at + i + 1 < channel.size()) {
                    bounds.add(at + i + 1);
                    break;
                }
            }
        }
        bounds.add(channel.size());
        return bounds.stream().mapToLong(Long::longValue).distinct().toArray();
    }

    private Optional<Table> table(String name) throws IOException {
        Workers.run(
                scans.length,
                part -> {
                    scans[part] = scan(part);
                    done.incrementAndGet();
                });
        var columns = new LinkedHashMap<String, JsonColumn>();
        boolean hasObjects = false;
        for (var scan : scans) {
            hasObjects |= scan.hasObjects();
            scan.columns()
                    .forEach(
                            (key, column) ->
                                    columns.computeIfAbsent(key, any -> new JsonColumn())
                                            .add(column));
        }
        var names = List.copyOf(columns.keySet());
        if (!hasObjects
                || names.isEmpty()
                || names.contains("")
                || TwinNames.twins(names).isPresent()) {
            return Optional.empty();
        }
        var types = new LinkedHashMap<String, JsonType>();
        columns.forEach((key, column) -> types.put(key, column.type(true)));
        var read = new Table[scans.length];
        FirstTable.begin();
        Workers.run(
                scans.length,
                part -> {
                    read[part] = read(part, types);
                    done.incrementAndGet();
                });
        return joined(name, names, read);
    }

    private Scan scan(int part) throws IOException {
        try (var rows = JsonRows.of(source, bounds[part], bounds[part + 1])) {
            var seen = JsonScan.Seen.of(rows, source);
            var named = new LinkedHashMap<String, JsonColumn>();
            for (int i = 0; i < seen.columns().size(); i++) {
                named.put(rows.names().get(i), seen.columns().get(i));
            }
            return new Scan(named, Math.toIntExact(seen.count()), !seen.isNull());
        } catch (JsonRows.OtherShape e) {
            throw new IOException("it is read from its beginning", e);
        }
    }

    private Table read(int part, Map<String, JsonType> types) throws IOException {
        var names = List.copyOf(scans[part].columns().keySet());
        var scan =
                new JsonScan(
                        JsonRows.Shape.OBJECTS,
                        names,
                        names.stream().map(types::get).toList(),
                        scans[part].rows());
        try (var allocator = new RootAllocator();
                var reader =
                        JsonBatches.of(
                                scan,
                                JsonRows.of(source, bounds[part], bounds[part + 1]),
                                allocator)) {
            return TableBuilder.read(reader, "part");
        }
    }

    private Optional<Table> joined(String name, List<String> names, Table[] parts) {
        var made = Table.create(name);
        for (var key : names) {
            var column = joined(key, parts);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            made.addColumns(column.get());
        }
        return Optional.of(made);
    }

    /** Returns the cells of a column; nothing where a part had to take another type than the rest. */
    private Optional<Column<?>> joined(String key, Table[] parts) {
        var made =
                Stream.of(parts)
                        .filter(part -> part.containsColumn(key))
                        .findFirst()
                        .<Column<?>>map(part -> part.column(key).emptyCopy())
                        .orElseThrow();
        for (int part = 0; part < parts.length; part++) {
            if (!parts[part].containsColumn(key)) {
                for (int row = 0; row < scans[part].rows(); row++) {
                    made.appendMissing();
                }
            } else if (parts[part].column(key).type().equals(made.type())) {
                append(made, parts[part].column(key));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(made);
    }

    /** Both are of one type. */
    @SuppressWarnings("unchecked")
    private static <T> void append(Column<T> column, Column<?> more) {
        column.append((Column<T>) more);
    }
}
