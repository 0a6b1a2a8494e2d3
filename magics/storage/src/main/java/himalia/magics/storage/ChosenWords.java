package himalia.magics.storage;

import himalia.magics.spi.JavaText;
import himalia.magics.spi.ValuesFrom;
import himalia.storage.ConvertOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a file is converted, in the options of a line. */
final class ChosenWords {
    @Option(
            names = "--select",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that are wanted, in their order: city,price.")
    @ValuesFrom(FileColumns.class)
    private List<String> select = new ArrayList<>();

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = "What rows must meet, in SQL: \"price > 10\".")
    private @Nullable String where;

    @Option(
            names = "--lossy",
            description =
                    "Make texts of a column that the new format would change, or leave it out, and tell"
                            + " so, where it is refused otherwise.")
    private boolean lossy;

    ConvertOptions options(CsvWords csv) {
        var options = ConvertOptions.defaults().select(names());
        options = where == null ? options : options.where(where);
        options = lossy ? options.lossy() : options;
        return csv.isEmpty() ? options : options.csv(csv.options());
    }

    private String[] names() {
        return select.stream().map(String::strip).toArray(String[]::new);
    }

    /** Returns the argument that says the same, or nothing where there is nothing to say. */
    String java(CsvWords csv, JavaText java) {
        if (select.isEmpty() && where == null && !lossy) {
            return csv.isEmpty() ? "" : csv.java(java);
        }
        return java.type(ConvertOptions.class)
                + ".defaults()"
                + (select.isEmpty() ? "" : ".select(" + java.list((Object[]) names()) + ")")
                + (where == null ? "" : ".where(" + java.of(where) + ")")
                + (lossy ? ".lossy()" : "")
                + (csv.isEmpty() ? "" : ".csv(" + csv.java(java) + ")");
    }
}
