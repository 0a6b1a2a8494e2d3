package himalia.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The files of a folder, or those that a pattern matches, as one table: the rows of each below those of the one before. */
final class ManyFiles {
    /** More are no table that anybody meant. */
    private static final int MOST = 10_000;

    private static final String WILD = ".*[*?\\[{].*";

    /** Files that programs leave beside their data: {@code _SUCCESS}, {@code .crc}. */
    private static final String ASIDE = "[._].*";

    private final Path root;
    private final List<Path> files;

    private ManyFiles(Path root, List<Path> files) {
        this.root = root;
        this.files = files;
    }

    /** Returns them where a name means several files: that of a folder, or one with wildcards that no file has. */
    static Optional<ManyFiles> of(Path name) throws IOException {
        if (Files.isDirectory(name)) {
            var inside = walk(name).stream().filter(file -> isData(name, file)).toList();
            if (inside.isEmpty()) {
                throw new IOException(
                        "folder '%s' holds no file of a table; %s"
                                .formatted(name, Format.endings()));
            }
            refuseMixed(name, inside);
            return Optional.of(new ManyFiles(name, inside));
        }
        if (!name.toString().matches(WILD) || Files.exists(name)) {
            return Optional.empty();
        }
        var root = Optional.ofNullable(name.getRoot()).orElse(Path.of(""));
        int plain = 0;
        while (!name.getName(plain).toString().matches(WILD)) {
            root = root.resolve(name.getName(plain++));
        }
        var matcher =
                name.getFileSystem()
                        .getPathMatcher(
                                "glob:"
                                        + FileNames.typed(
                                                name.subpath(plain, name.getNameCount())));
        var base = root;
        boolean asksForHidden = isHidden(base, name);
        var matching =
                Files.isDirectory(base.toString().isEmpty() ? Path.of(".") : base)
                        ? walk(base).stream()
                                .filter(file -> matcher.matches(base.relativize(file)))
                                .filter(file -> asksForHidden || !isHidden(base, file))
                                .toList()
                        : List.<Path>of();
        if (matching.isEmpty()) {
            throw new IOException(
                    "no file matches '%s'; looked in %s"
                            .formatted(FileNames.typed(name), base.toAbsolutePath()));
        }
        refuseMixed(name, matching);
        return Optional.of(new ManyFiles(base, matching));
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            var files = all.filter(Files::isRegularFile).limit(MOST + 1).sorted().toList();
            if (files.size() > MOST) {
                throw new IOException(
                        "more than %,d files lie in %s; name a folder in it"
                                .formatted(MOST, folder.toAbsolutePath()));
            }
            return files;
        }
    }

    /** Programs keep drafts and copies under names that begin with a point, or in such folders. */
    private static boolean isHidden(Path base, Path file) {
        for (var part : base.relativize(file)) {
            if (part.toString().startsWith(".") && !part.toString().matches("\\.+")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isData(Path folder, Path file) {
        for (var part : folder.relativize(file)) {
            if (part.toString().matches(ASIDE)) {
                return false;
            }
        }
        return Format.find(file).isPresent();
    }

    private static void refuseMixed(Path name, List<Path> files) throws IOException {
        var formats =
                files.stream()
                        .collect(
                                Collectors.groupingBy(
                                        file -> Format.of(file),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        if (formats.size() > 1) {
            throw new IOException(
                    "'%s' are files of several formats (%s); name one: %s/*.csv"
                            .formatted(
                                    FileNames.typed(name),
                                    formats.entrySet().stream()
                                            .map(each -> each.getValue() + " × " + each.getKey())
                                            .collect(Collectors.joining(", ")),
                                    FileNames.typed(name)));
        }
    }

    /** What reads one of them. */
    interface Reader {
        Table read(Path file) throws IOException;
    }

    Table read(Reader reader) throws IOException {
        var tables = new LinkedHashMap<Path, Table>();
        for (var file : files) {
            tables.put(file, reader.read(file));
        }
        var keys = new LinkedHashMap<String, List<String>>();
        for (var file : files) {
            partition(file)
                    .forEach((key, value) -> keys.computeIfAbsent(key, k -> new ArrayList<>()));
        }
        var joined = StackedTables.of(tables);
        int at = joined.columnCount();
        for (var key : keys.keySet()) {
            var column = StringColumn.create(key);
            tables.forEach(
                    (file, table) -> {
                        var value = partition(file).get(key);
                        for (int row = 0; row < table.rowCount(); row++) {
                            if (value == null) {
                                column.appendMissing();
                            } else {
                                column.append(value);
                            }
                        }
                    });
            joined.insertColumn(at++, PartitionKeys.typed(column));
        }
        return joined.setName(Reading.name(files.size() == 1 ? files.get(0) : root));
    }

    /** Returns what the folders of a file say of all its rows, as {@code year=2024} does. */
    private Map<String, String> partition(Path file) {
        var said = new LinkedHashMap<String, String>();
        var inside = root.toString().isEmpty() ? file : root.relativize(file);
        for (int at = 0; at < inside.getNameCount() - 1; at++) {
            PartitionKeys.read(inside.getName(at).toString(), said);
        }
        return said;
    }
}
