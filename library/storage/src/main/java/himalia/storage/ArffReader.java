package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Weka's files, by its description of ARFF: a header with types, and rows, of which some may leave out their zeros. */
final class ArffReader {
    private final TextLines lines;
    private final ArffHeader header;
    private final List<ArffAttribute> attributes;

    private ArffReader(TextLines lines, ArffHeader header) {
        this.lines = lines;
        this.header = header;
        this.attributes = header.attributes();
    }

    static Table read(Path file, String name) throws IOException {
        try (var lines = TextLines.of(file)) {
            var reader = new ArffReader(lines, ArffHeader.read(file, lines));
            for (var line = lines.next(); line != null; line = lines.next()) {
                var said = line.strip();
                if (!said.isEmpty() && !said.startsWith("%")) {
                    reader.row(said);
                }
            }
            return Table.create(
                    name,
                    reader.attributes.stream().<Column<?>>map(ArffAttribute::column).toList());
        } catch (RuntimeException broken) {
            throw BadFile.of(file, broken);
        }
    }

    private void row(String line) throws BadFile {
        if (line.startsWith("{")) {
            sparse(line);
            return;
        }
        var cells = cells(line);
        if (cells.size() != attributes.size()) {
            boolean isWeighted = line.matches("(?s).*,\\s*\\{.*}");
            throw lines.refused(
                    isWeighted
                            ? "the row has a weight, which a table has no place for: make it a column"
                            : "%d value%s where the header names %d attribute%s: %s"
                                    .formatted(
                                            cells.size(),
                                            cells.size() == 1 ? "" : "s",
                                            attributes.size(),
                                            attributes.size() == 1 ? "" : "s",
                                            line));
        }
        for (int at = 0; at < cells.size(); at++) {
            append(at, cells.get(at));
        }
    }

    /** A value that is alone may have blanks in it. */
    private List<ArffCell> cells(String line) throws BadFile {
        if (attributes.size() == 1) {
            var alone = ArffCell.read(line, 0, ',', lines);
            if (alone.next() >= line.length()) {
                return List.of(alone.cell());
            }
        }
        return ArffCell.line(line, lines);
    }

    private void append(int at, ArffCell cell) throws BadFile {
        if (cell.isMissing()) {
            attributes.get(at).appendMissing();
            return;
        }
        if (!cell.quoted() && cell.text().isEmpty()) {
            throw lines.refused(
                    "the value of '%s' is empty; ? stands for one that is missing"
                            .formatted(header.name(at)));
        }
        var why = attributes.get(at).append(cell.text());
        if (why.isPresent()) {
            throw lines.refused(
                    "'%s' of '%s' %s".formatted(cell.text(), header.name(at), why.get()));
        }
    }

    /** A row as {@code {1 X, 3 Y}}: what it leaves out is 0, or the first word of the header's. */
    private void sparse(String line) throws BadFile {
        if (!line.endsWith("}")) {
            throw lines.refused(
                    line.contains("}")
                            ? "the row has a weight, which a table has no place for: make it a column"
                            : "the row is not closed by }: " + line);
        }
        int next = 0;
        var rest = line.substring(1, line.length() - 1).stripTrailing();
        int at = 0;
        while (at < rest.length()) {
            var place = ArffCell.read(rest, at, ' ', lines);
            int column = place(place.cell().text(), next);
            for (; next < column; next++) {
                leftOut(next);
            }
            var value = ArffCell.read(rest, place.next(), ',', lines);
            append(next++, value.cell());
            at = value.next() + 1;
        }
        for (; next < attributes.size(); next++) {
            leftOut(next);
        }
    }

    private int place(String text, int least) throws BadFile {
        int place = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (place < least || place >= attributes.size()) {
            throw lines.refused(
                    place < 0 || place >= attributes.size()
                            ? "'%s' is no place among %d attributes, counted from 0"
                                    .formatted(text, attributes.size())
                            : "place %d stands behind place %d, and they must grow"
                                    .formatted(place, least - 1));
        }
        return place;
    }

    private void leftOut(int at) throws BadFile {
        var zero = attributes.get(at).zero();
        if (zero.isEmpty()) {
            throw lines.refused(
                    "the row leaves out '%s', and only numbers and listed words have a value that stands for 0"
                            .formatted(header.name(at)));
        }
        attributes.get(at).append(zero.get());
    }
}
