package himalia.storage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The line of a CSV file that names its columns. A name may hold the end of a line, within quotes.
 *
 * @param text of it, of whatever many lines
 * @param end how it ends, which lines within its names need not do
 * @param isLong whether it has several lines
 */
record FirstLine(String text, String end, boolean isLong) {
    private static final int LINES = 1_000;

    /** Reads it, behind so many lines, parted by one of the candidates. */
    static FirstLine of(Path file, int skip, String candidates) throws IOException {
        Bom.refuse(
                file, "Storage.read(\"%1$s\", CsvOptions.defaults().encoding(\"%2$s\")) reads it");
        try (var in = Csv.opened(file);
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (int i = 0; i < skip; i++) {
                reader.readLine();
            }
            var text = new StringBuilder();
            var end = line(reader, text);
            if (text.indexOf("\uFEFF") == 0) {
                text.deleteCharAt(0);
            }
            int lines = 1;
            boolean open = hasOpenQuote(text, candidates);
            while (open) {
                if (end.isEmpty() || lines == LINES) {
                    throw BadFile.openQuote(file, skip + 1, text.toString().lines().findFirst());
                }
                text.append(end);
                int begin = text.length();
                end = line(reader, text);
                // Only a quote ends one.
                open = text.indexOf("\"", begin) < 0 || hasOpenQuote(text, candidates);
                lines++;
            }
            return new FirstLine(text.toString(), end, lines > 1);
        } catch (IOException e) {
            throw BadFile.of(file, e);
        }
    }

    /** Appends a line, and returns how it ends. */
    private static String line(Reader reader, StringBuilder text) throws IOException {
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            if (next == '\n') {
                return "\n";
            }
            if (next == '\r') {
                reader.mark(1);
                if (reader.read() == '\n') {
                    return "\r\n";
                }
                reader.reset();
                return "\r";
            }
            text.append((char) next);
        }
        return "";
    }

    /** Returns whether a quote is open at the end of a line, if one of the usual separators parts it. */
    static boolean mayBeOpen(String line) {
        return Csv.SEPARATORS.chars().anyMatch(c -> CsvLine.of(line, (char) c).open());
    }

    /** As the separator sees it that parts the line into most cells. */
    private static boolean hasOpenQuote(CharSequence line, String candidates) {
        var parted = CsvLine.of(line, candidates.charAt(0));
        for (int i = 1; i < candidates.length(); i++) {
            var other = CsvLine.of(line, candidates.charAt(i));
            parted = other.cells().size() > parted.cells().size() ? other : parted;
        }
        return parted.open();
    }
}
