package himalia.storage;

import himalia.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    /** Opens all rows, those of several files one below the other. */
    ArrowBatches open(FileWork job) throws IOException;

    /** Returns what is wrong with a row at which reading came to an end. */
    IOException told(FileWork job, Exception failure) throws IOException;

    /** Returns what is named in an error. */
    Path path();

    /** A table of the notebook. */
    record Rows(String name, Table table) implements EltSource {
        @Override
        public String fingerprint() throws IOException {
            try {
                return "table " + Checksums.of(table);
            } catch (UncheckedIOException e) {
                throw Objects.requireNonNull(e.getCause());
            }
        }

        @Override
        public List<String> names(List<EltSource> all) {
            return List.of("table " + name);
        }

        @Override
        public ArrowBatches open(FileWork job) throws IOException {
            return ArrowBatches.of(Tables.given(table));
        }

        @Override
        public IOException told(FileWork job, Exception failure) {
            return BadFile.of(path(), failure);
        }

        @Override
        public Path path() {
            return Path.of("table " + name);
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
        public ArrowBatches open(FileWork job) throws IOException {
            var found = found();
            found.check();
            // What is read by itself comes as it is, and of several files each column has one type.
            return found.isOne()
                    ? ArrowBatches.of(found.first(), job)
                    : ChosenRows.of(found, ConvertOptions.defaults(), job);
        }

        @Override
        public IOException told(FileWork job, Exception failure) throws IOException {
            var found = found();
            return found.isOne()
                    ? BadFile.of(found.first().file(), failure)
                    : ChosenRows.told(found, ConvertOptions.defaults(), job, failure);
        }

        @Override
        public Path path() {
            return pattern;
        }

        /** Returns the files, and what their folders say. */
        ConvertedFiles found() throws IOException {
            var files = files();
            // Of one that is named, as of one that is read, its folders say nothing.
            var keys =
                    files.equals(List.of(pattern))
                            ? List.of(Map.<String, String>of())
                            : ManyFiles.literals(files);
            return new ConvertedFiles(
                    pattern, files.stream().map(Source::of).toList(), keys, List.of());
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
            if (!name.matches(ManyFiles.WILD) || Files.exists(pattern)) {
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
