package himalia.featurestore;

import himalia.display.bundle.Given;
import himalia.storage.Storage;
import himalia.table.Tables;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A question for historical features that another process can answer, which sees the store's folder and the files of its views.
 *
 * <pre>{@code
 * var request = HistoryRequest.of(FeatureStore.at("features"), test, Visibility.EVER_CREATED, "driver_stats:conv_rate");
 * Table history = request.table(test, request.answer());
 * }</pre>
 */
public final class HistoryRequest implements Serializable {
    private static final long serialVersionUID = 1;
    private static final String ENDING = ".arrow";

    private final String folder;
    private final ArrayList<String> files;
    private final byte[] rows;
    private final Visibility visibility;
    private final String[] features;

    private HistoryRequest(
            String folder,
            List<String> files,
            byte[] rows,
            Visibility visibility,
            String... features) {
        this.folder = folder;
        this.files = new ArrayList<>(files);
        this.rows = rows;
        this.visibility = visibility;
        this.features = features.clone();
    }

    /**
     * Asks a store in a folder, for features whose views read files.
     *
     * @throws IllegalArgumentException if this process alone knows rows or functions that are needed, naming the view
     */
    public static HistoryRequest of(
            FeatureStore store, Table rows, Visibility visibility, String... features) {
        Given.given(visibility, "visibility");
        Moments.askedFor(Tables.given(rows));
        var registry = Given.given(store, "store").registry();
        var files = FilesNeeded.of(registry, store.asked(features));
        try {
            return new HistoryRequest(registry.place(), files, bytes(rows), visibility, features);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the rows that ask cannot be sent: " + e.getMessage(), e);
        }
    }

    /** Returns what must be seen to answer it: the store's registry, and the files of its views. */
    public List<Path> files() {
        return files.stream().map(Path::of).toList();
    }

    /** Answers it: the features alone. */
    public byte[] answer() throws IOException {
        try (var store = FeatureStore.at(Path.of(folder), Clock.systemUTC())) {
            var asking = table(rows);
            var history = store.historicalFeatures(asking, visibility, features);
            var made = Table.create("features");
            history.columns().stream().skip(asking.columnCount()).forEach(made::addColumns);
            return bytes(made);
        }
    }

    /** Returns the rows that asked, with the features of an answer. */
    public Table table(Table asking, byte[] answer) throws IOException {
        var columns = new ArrayList<Column<?>>(Given.given(asking, "asking").copy().columns());
        columns.addAll(table(Given.given(answer, "answer")).columns());
        return Table.create("history", columns);
    }

    private static byte[] bytes(Table table) throws IOException {
        var file = Files.createTempFile("rows-", ENDING);
        try {
            Storage.write(table, file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Table table(byte[] bytes) throws IOException {
        var file = Files.createTempFile("rows-", ENDING);
        try {
            Files.write(file, bytes);
            return Storage.read(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
