package himalia.storage;

import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes and opens files that rows are appended to. */
final class RowFiles {
    private RowFiles() {}

    /**
     * A file that is open for one writer.
     *
     * @param recovered how many bytes behind the last whole block were cut off
     */
    record Opened(Path path, BlockFile file, RowFormat format, long recovered) {}

    /** What is found in a file. */
    private interface Finding {
        BlockFile.Held held() throws IOException;
    }

    static Opened open(Path path) throws IOException {
        boolean isAvro = isAvro(path);
        Reading.checkReadable(path);
        return opened(path, () -> isAvro ? AvroBlocks.of(path) : JsonLineBlocks.of(path));
    }

    static Opened create(Path path, List<RowColumn> columns) throws IOException {
        var name = String.valueOf(path.getFileName());
        boolean isAvro = isAvro(path);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s would have no columns; a record or a table with some says which"
                            .formatted(name));
        }
        refuseContent(path);
        NamelessColumns.refuse(columns.stream().map(RowColumn::name).toList(), "in such a file");
        WholeFile.makeFolder(path);
        return opened(path, () -> made(path, columns, isAvro));
    }

    private static void refuseContent(Path path) throws IOException {
        if (Files.exists(path) && Files.size(path) > 0) {
            throw new FileAlreadyExistsException(
                    String.valueOf(path.getFileName()),
                    null,
                    "is there already; RowStore.open(…) goes on with it, Files.delete(…) makes room");
        }
    }

    /** Who held the lock until now may have written rows, and a file without any may be open elsewhere: it stays the same. */
    private static BlockFile.Held made(Path path, List<RowColumn> columns, boolean isAvro)
            throws IOException {
        refuseContent(path);
        var schema = AvroTypes.avro(RowColumn.arrow(columns));
        if (!Files.exists(path)) {
            WholeFile.write(path, "");
        }
        if (!isAvro) {
            return new BlockFile.Held(new JsonLines(columns), List.of(), 0, false);
        }
        AvroFiles.create(schema, path);
        return AvroBlocks.of(path);
    }

    private static Opened opened(Path path, Finding finding) throws IOException {
        var lock = WriterLock.of(path);
        try {
            var held = finding.held();
            long before = Files.size(path);
            var file = BlockFile.open(path, lock, held);
            return new Opened(path, file, held.format(), before - held.end());
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static boolean isAvro(Path path) {
        return Format.find(path)
                        .filter(format -> format == Format.AVRO || format == Format.JSON_LINES)
                        .filter(format -> Packing.of(path) == Packing.NONE)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "'%s' is no file that rows are appended to; its name must end in one of: .avro, .jsonl, .ndjson"
                                                        .formatted(path.getFileName())))
                == Format.AVRO;
    }
}
