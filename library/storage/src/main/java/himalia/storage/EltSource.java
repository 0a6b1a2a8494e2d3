package himalia.storage;

import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** Where the rows of a table of a warehouse come from. */
sealed interface EltSource {
    /** Returns what is different as soon as the rows are. */
    String fingerprint() throws IOException;

    /**
     * Returns what they are called, in a drawing.
     *
     * @param all sources that are drawn, which are called otherwise
     */
    List<String> names(List<EltSource> all);

    /** Returns batches of all rows, from several files one after the other. */
    List<Opening> batches() throws IOException;

    /**
     * Opens the rows of one file, or of a table.
     *
     * @param keys what the folders of a file say of all its rows, as SQL
     */
    record Opening(String name, Map<String, String> keys, Batches batches) {}

    /** What opens them. */
    interface Batches {
        ArrowBatches open(FileWork job) throws IOException;
    }

    /** A table of the notebook. */
    record Rows(String name, Table table) implements EltSource {
        @Override
        public String fingerprint() {
            return "table " + Checksums.of(table);
        }

        @Override
        public List<String> names(List<EltSource> all) {
            return List.of("table " + name);
        }

        @Override
        public List<Opening> batches() {
            return List.of(
                    new Opening(
                            "table " + name,
                            Map.of(),
                            job -> ArrowBatches.of(Tables.given(table))));
        }
    }

    /** Files, by a name in which {@code *} and {@code ?} stand for letters, or by that of a folder, as they are read. */
    record FilesNamed(Path pattern) implements EltSource {
        @Override
        public String fingerprint() throws IOException {
            var prints = new ArrayList<String>();
            for (var file : files()) {
                prints.add(
                        "%s %s %s"
                                .formatted(
                                        file.toAbsolutePath().normalize(),
                                        Files.size(file),
                                        Files.getLastModifiedTime(file)));
            }
            return "files " + prints;
        }

        @Override
        public List<String> names(List<EltSource> all) {
            var name = String.valueOf(pattern.getFileName());
            var folder = pattern.toAbsolutePath().normalize().getParent();
            // *.csv alone would be that of any folder.
            boolean isPlain = !name.startsWith("*") && all.stream().noneMatch(this::isCalledSo);
            return List.of(
                    isPlain || folder == null || folder.getFileName() == null
                            ? name
                            : folder.getFileName() + "/" + name);
        }

        /** Returns whether another one lies elsewhere, and has this one's name. */
        private boolean isCalledSo(EltSource other) {
            return other instanceof FilesNamed named
                    && !named.pattern.equals(pattern)
                    && Objects.equals(named.pattern.getFileName(), pattern.getFileName());
        }

        @Override
        public List<Opening> batches() throws IOException {
            var all = new ArrayList<Opening>();
            var files = files();
            // Of one that is named, as of one that is read, its folders say nothing.
            var keys =
                    files.equals(List.of(pattern))
                            ? List.of(Map.<String, String>of())
                            : ManyFiles.literals(files);
            for (int at = 0; at < files.size(); at++) {
                var file = files.get(at);
                var source = Source.of(file);
                Reading.check(source);
                all.add(
                        new Opening(
                                String.valueOf(file.getFileName()),
                                keys.get(at),
                                job -> ArrowBatches.of(source, job)));
            }
            return all;
        }

        private static boolean isHidden(Path file) {
            return String.valueOf(file.getFileName()).startsWith(".");
        }

        private List<Path> files() throws IOException {
            var parent = pattern.toAbsolutePath().getParent();
            boolean isInSeveral =
                    parent != null
                            && parent.toString().matches(ManyFiles.WILD)
                            && !Files.isDirectory(parent);
            var many =
                    isInSeveral || Files.isDirectory(pattern)
                            ? ManyFiles.of(pattern)
                            : Optional.<ManyFiles>empty();
            if (many.isPresent()) {
                return many.get().files();
            }
            var name = String.valueOf(pattern.getFileName());
            if (!name.contains("*") && !name.contains("?")) {
                Reading.checkReadable(pattern);
                return List.of(pattern);
            }
            var folder = Objects.requireNonNull(parent);
            var files = new ArrayList<Path>();
            if (Files.isDirectory(folder)) {
                try (var found = Files.newDirectoryStream(folder, name)) {
                    for (var file : found) {
                        // Programs keep drafts and copies under such names.
                        boolean isMeant = name.startsWith(".") || !isHidden(file);
                        if (isMeant && Files.isRegularFile(file)) {
                            // Only the folders that were named say something.
                            files.add(pattern.resolveSibling(file.getFileName()));
                        }
                    }
                }
            }
            if (files.isEmpty()) {
                throw BadFile.because("no file is called '%s' in %s".formatted(name, folder));
            }
            return files.stream().sorted().toList();
        }
    }
}
