package himalia.storage;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Where the rows of a CSV file stand. DuckDB counts rows, which are fewer than lines where values hold ends of lines. */
final class CsvRows {
    private CsvRows() {}

    /** Returns what is said of the first line that ends otherwise than those before it; nothing if all end alike. */
    static Optional<BadFile> otherEnd(Path file) {
        try (var in = new BufferedInputStream(Csv.opened(file))) {
            int line = 1;
            var first = "";
            int next = in.read();
            while (next >= 0) {
                var end = next == '\n' ? "\\n" : next == '\r' ? "\\r" : "";
                next = in.read();
                if (end.equals("\\r") && next == '\n') {
                    end = "\\r\\n";
                    next = in.read();
                }
                if (end.isEmpty()) {
                    continue;
                }
                first = first.isEmpty() ? end : first;
                if (!end.equals(first)) {
                    var typed = FileNames.typed(file);
                    return Optional.of(
                            BadFile.because(
                                    "%s, line %d ends with %s, and those before it with %s: Files.writeString(Path.of(\"%s\"), Files.readString(Path.of(\"%s\")).replaceAll(\"\\\\R\", \"\\n\")) makes them alike"
                                            .formatted(
                                                    file.getFileName(),
                                                    line,
                                                    end,
                                                    first,
                                                    typed,
                                                    typed)));
                }
                line++;
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

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
