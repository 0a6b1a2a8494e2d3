package himalia.magics.storage;

import himalia.magics.spi.JavaText;
import himalia.storage.CsvOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a CSV file is written, in the options of a line. */
final class CsvWords {
    @Option(names = "--separator", description = "What stands between values of a CSV file.")
    private @Nullable Character separator;

    @Option(names = "--decimal", description = "What stands before decimals: . or ,")
    private @Nullable Character decimal;

    @Option(names = "--dates", description = "How dates are written, such as dd.MM.yyyy.")
    private @Nullable String dates;

    @Option(names = "--encoding", description = "How characters are bytes, such as windows-1252.")
    private @Nullable String encoding;

    @Option(
            names = "--missing",
            split = ",",
            description = "What stands for a missing value: NA,-9 names two.")
    private List<String> missing = new ArrayList<>();

    @Option(names = "--skip", description = "So many lines stand before the table.")
    private int skip;

    @Option(
            names = "--header",
            arity = "1",
            description = "Whether the first line names the columns: true or false.")
    private @Nullable Boolean header;

    /** Returns whether nothing is said. */
    boolean isEmpty() {
        return separator == null
                && decimal == null
                && dates == null
                && encoding == null
                && missing.isEmpty()
                && skip == 0
                && header == null;
    }

    CsvOptions options() {
        var options = CsvOptions.defaults().skip(skip);
        options = separator == null ? options : options.separator(separator);
        options = decimal == null ? options : options.decimal(decimal);
        options = dates == null ? options : options.dateFormat(dates);
        options = encoding == null ? options : options.encoding(encoding);
        options = missing.isEmpty() ? options : options.missing(missing.toArray(new String[0]));
        return header == null ? options : options.header(header);
    }

    String java(JavaText java) {
        return java.type(CsvOptions.class)
                + ".defaults()"
                + (skip == 0 ? "" : call(java, "skip", skip))
                + call(java, "separator", separator)
                + call(java, "decimal", decimal)
                + call(java, "dateFormat", dates)
                + call(java, "encoding", encoding)
                + (missing.isEmpty() ? "" : call(java, "missing", missing.toArray()))
                + call(java, "header", header);
    }

    private static String call(JavaText java, String name, @Nullable Object... values) {
        return values.length == 1 && values[0] == null
                ? ""
                : "." + name + "(" + java.list(values) + ")";
    }
}
