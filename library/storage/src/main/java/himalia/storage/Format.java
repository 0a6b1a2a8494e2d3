package himalia.storage;

import static himalia.display.bundle.Given.given;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a file holds a table; known by the ending of its name.
 *
 * <pre>{@code
 * Format.of(Path.of("trips.parquet"))            // PARQUET
 * Format.of(Path.of("trips.parquet")).layout()   // by column
 * }</pre>
 */
public enum Format {
    /** Rows as text; a line of names first. Types are guessed from the whole file where the beginning misleads. */
    CSV("by row, as text", packed(".csv", ".tsv")),
    /** Rows as text, one JSON object a line. */
    JSON_LINES("by row, as text", packed(".jsonl", ".ndjson")),
    /** Rows as text, JSON objects in one array. */
    JSON("by row, as text", packed(".json")),
    /** Rows in binary, with their schema. */
    AVRO("by row", ".avro"),
    /** Columns in binary, encoded and compressed, with statistics. */
    PARQUET("by column", ".parquet"),
    /** Columns in binary, as they lie in memory; also called Feather. */
    ARROW("by column", ".arrow", ".feather"),
    /** The first sheet of a workbook; {@link Excel} reads the others. */
    EXCEL("by row, as a workbook", ".xlsx"),
    /** NumPy's file of one array: rows in binary, with their types. */
    NUMPY("by row", ".npy"),
    /** Rows as text, a label and the values that are not 0; scikit-learn, LIBSVM and XGBoost read it. */
    LIBSVM("by row, as text", packed(".libsvm", ".svm", ".svmlight")),
    /** Rows as text behind a header with types, for Weka and OpenML. */
    ARFF("by row, as text", packed(".arff"));

    private final String layout;
    private final List<String> endings;

    Format(String layout, String... endings) {
        this.layout = layout;
        this.endings = List.of(endings);
    }

    /** Texts may be packed besides. */
    private static String[] packed(String... endings) {
        return Arrays.stream(endings)
                .flatMap(ending -> Stream.of(ending, ending + ".gz", ending + ".zst"))
                .toArray(String[]::new);
    }

    /** Returns how rows and columns lie in the file. */
    public String layout() {
        return layout;
    }

    /**
     * Returns the format of a file by its name.
     *
     * @throws IllegalArgumentException if the ending is not known
     */
    public static Format of(Path file) {
        return find(file).orElseThrow(() -> new IllegalArgumentException(unknown(file)));
    }

    static Optional<Format> find(Path file) {
        given(file, "file", "name a file, such as train.csv");
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }

    static String unknown(Path file) {
        return "'%s' does not tell its format; %s".formatted(file.getFileName(), endings());
    }

    static String endings() {
        return "the name must end in one of: " + known();
    }

    private static String known() {
        return Arrays.stream(values())
                .flatMap(format -> format.endings.stream())
                .filter(ending -> Packing.of(Path.of(ending)) == Packing.NONE)
                .collect(
                        Collectors.joining(
                                ", ", "", "; a text may be packed, as .csv.gz or .csv.zst"));
    }
}
