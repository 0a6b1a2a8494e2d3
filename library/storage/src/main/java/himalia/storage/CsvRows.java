package himalia.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the rows of a CSV file stand. DuckDB counts rows, which are fewer than lines where values hold ends of lines. */
final class CsvRows {
    private CsvRows() {}

    /** Returns the line on which a row begins; both are counted from one. */
    static long line(Path file, long row, char separator) throws IOException {
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(Csv.opened(file), StandardCharsets.UTF_8))) {
            long line = 1;
            for (long rows = 1; rows < row; rows++) {
                var text = new StringBuilder();
                do {
                    var next = reader.readLine();
                    if (next == null) {
                        return line;
                    }
                    text.append(text.isEmpty() ? "" : "\n").append(next);
                    line++;
                } while (CsvLine.of(text, separator).open());
            }
            return line;
        }
    }
}
