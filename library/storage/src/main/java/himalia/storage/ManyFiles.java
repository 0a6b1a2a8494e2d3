package himalia.storage;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The files of a folder, or those that a pattern matches, as one table: the rows of each below those of the one before. */
final class ManyFiles {
    /** More are no table that anybody meant. */
    private static final int MOST = 10_000;

    static final String WILD = ".*[*?\\[{].*";

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
            var inside =
                    walk(
                            name,
                            Integer.MAX_VALUE,
                            file -> Format.find(file).isPresent() && !isAside(name, file));
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
        var pattern = name.subpath(plain, name.getNameCount());
        var matcher = name.getFileSystem().getPathMatcher("glob:" + FileNames.typed(pattern));
        int depth = pattern.toString().contains("**") ? Integer.MAX_VALUE : pattern.getNameCount();
        var base = root;
        boolean isThere = Files.isDirectory(base.toString().isEmpty() ? Path.of(".") : base);
        boolean asksForAside = isAside(base, name);
        var matching =
                isThere
                        ? walk(
                                base,
                                depth,
                                file ->
                                        matcher.matches(base.relativize(file))
                                                && (asksForAside || !isAside(base, file)))
                        : List.<Path>of();
        if (matching.isEmpty()) {
            throw new IOException(
                    "no file matches '%s'; looked in %s"
                            .formatted(FileNames.typed(name), base.toAbsolutePath()));
        }
        refuseMixed(name, matching);
        return Optional.of(new ManyFiles(base, matching));
    }

    /** Returns those that are named. */
    static ManyFiles of(List<Path> files) throws IOException {
        refuseMixed(files.get(0), files);
        return new ManyFiles(files.get(0), files);
    }

    /** Returns the files that are meant; what may not be read is stepped over. */
    private static List<Path> walk(Path folder, int depth, Predicate<Path> meant)
            throws IOException {
        var found = new ArrayList<Path>();
        var start = folder.toString().isEmpty() ? Path.of(".") : folder;
        Files.walkFileTree(
                start,
                Set.of(FileVisitOption.FOLLOW_LINKS),
                depth,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
                        var named = start == folder ? file : start.relativize(file);
                        if (about.isRegularFile() && meant.test(named)) {
                            found.add(named);
                        }
                        return found.size() > MOST
                                ? FileVisitResult.TERMINATE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException why) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        if (found.size() > MOST) {
            throw new IOException(
                    "more than %,d files are meant in %s; name a folder in it"
                            .formatted(MOST, folder.toAbsolutePath()));
        }
        found.sort(null);
        return found;
    }

    /** Whether it, or a folder that it lies in, is what programs leave beside their data. */
    private static boolean isAside(Path folder, Path file) {
        for (var part : folder.relativize(file)) {
            if (part.toString().matches(ASIDE)) {
                return true;
            }
        }
        return false;
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
                    "'%s' are files of several formats (%s); name %s"
                            .formatted(
                                    FileNames.typed(name),
                                    formats.entrySet().stream()
                                            .map(each -> each.getValue() + " × " + each.getKey())
                                            .collect(Collectors.joining(", ")),
                                    Files.isDirectory(name)
                                            ? "one: %s/*.csv".formatted(FileNames.typed(name))
                                            : "those of one alone, such as *.csv"));
        }
    }

    List<Path> files() {
        return files;
    }

    static IOException twice(String key, Path file) {
        return BadFile.because(
                "'%s' is a column of %s, and the name of a folder that it lies in: which one is meant cannot be told; read the files by themselves"
                        .formatted(key, file.getFileName()));
    }

    /** Returns what the folders of each file say, in SQL. */
    List<Map<String, String>> literals() {
        return literals(files);
    }

    static List<Map<String, String>> literals(List<Path> files) {
        var said = files.stream().map(ManyFiles::partition).toList();
        var keys = new LinkedHashSet<String>();
        said.forEach(each -> keys.addAll(each.keySet()));
        List<Map<String, String>> literals = new ArrayList<>();
        said.forEach(each -> literals.add(new LinkedHashMap<>()));
        for (var key : keys) {
            var texts = StringColumn.create(key);
            said.forEach(each -> texts.append(each.getOrDefault(key, "")));
            var typed = PartitionKeys.typed(texts);
            for (int at = 0; at < said.size(); at++) {
                literals.get(at).put(key, PartitionKeys.literal(typed, at));
            }
        }
        return literals;
    }

    /** Says how one of them is read. */
    interface Written {
        Source source(Path file);
    }

    /** What the folders of a file say, and how many rows it has. */
    private record Part(Map<String, String> said, int rows) {}

    Table read(Written written) throws IOException {
        var sources = files.stream().map(written::source).toList();
        var tables = new LinkedHashMap<Path, Table>();
        for (var source : sources) {
            tables.put(source.file(), Reading.read(source));
        }
        // What each file's folders say, beside the rows of it.
        var parts = new ArrayList<Part>();
        var keys = new LinkedHashSet<String>();
        tables.forEach(
                (file, table) -> {
                    var said = partition(file);
                    parts.add(new Part(said, table.rowCount()));
                    keys.addAll(said.keySet());
                });
        var all =
                new ConvertedFiles(
                        root, sources, Collections.nCopies(sources.size(), Map.of()), List.of());
        var joined = StackedTables.of(tables, all::column);
        int at = joined.columnCount();
        for (var key : keys) {
            if (joined.columnNames().stream().anyMatch(key::equalsIgnoreCase)) {
                throw twice(key, files.get(0));
            }
            var column = StringColumn.create(key);
            for (var part : parts) {
                var value = part.said().get(key);
                for (int row = 0; row < part.rows(); row++) {
                    if (value == null) {
                        column.appendMissing();
                    } else {
                        column.append(value);
                    }
                }
            }
            joined.insertColumn(at++, PartitionKeys.typed(column));
        }
        return joined.setName(Reading.name(files.size() == 1 ? files.get(0) : root));
    }

    /** Returns what the folders of a file say of all its rows, as {@code year=2024} does, those too that were named. */
    private static Map<String, String> partition(Path file) {
        var said = new LinkedHashMap<String, String>();
        var folders = file.getParent();
        if (folders != null) {
            folders.forEach(part -> PartitionKeys.read(part.toString(), said));
        }
        return said;
    }
}
