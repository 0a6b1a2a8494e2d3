package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands before the rows of an ARFF file: its columns, each with what it may hold. */
final class ArffHeader {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?i)@attribute\\s+(.*)", Pattern.DOTALL);

    private final TextLines lines;
    private final List<ArffAttribute> attributes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private ArffHeader(TextLines lines) {
        this.lines = lines;
    }

    /** Reads it, up to the line that says that rows follow. */
    static ArffHeader read(Path file, TextLines lines) throws IOException {
        var header = new ArffHeader(lines);
        for (var line = lines.next(); line != null; line = lines.next()) {
            var said = line.strip();
            var word = said.toLowerCase(Locale.ROOT);
            if (word.equals("@data") || word.startsWith("@data ")) {
                if (header.attributes.isEmpty()) {
                    throw lines.refused("its header names no @attribute");
                }
                return header;
            }
            header.add(said, word);
        }
        throw BadFile.because(
                "%s has no line @data, behind which its rows would stand"
                        .formatted(file.getFileName()));
    }

    List<ArffAttribute> attributes() {
        return attributes;
    }

    String name(int at) {
        return names.get(at);
    }

    private void add(String said, String word) throws BadFile {
        var attribute = ATTRIBUTE.matcher(said);
        if (attribute.matches()) {
            add(attribute.group(1));
        } else if (!said.isEmpty() && !said.startsWith("%") && !word.startsWith("@relation")) {
            throw lines.refused(
                    "a header has lines that begin with @relation, @attribute, @data or %%, and this is '%s'"
                            .formatted(said));
        }
    }

    private void add(String said) throws BadFile {
        String name;
        String type;
        if (said.startsWith("'") || said.startsWith("\"")) {
            var read = ArffCell.read(said, 0, ' ', lines);
            name = read.cell().text();
            type = said.substring(read.next()).strip();
        } else {
            name = said.split("[\\s{]", 2)[0];
            type = said.substring(name.length()).strip();
        }
        if (!taken.add(name.toLowerCase(Locale.ROOT))) {
            throw lines.refused(
                    "there is an attribute '%s' already, and a table's columns differ in more than capitals"
                            .formatted(name));
        }
        names.add(name);
        attributes.add(attribute(name, type));
    }

    private ArffAttribute attribute(String name, String type) throws BadFile {
        if (type.startsWith("{")) {
            int end = type.lastIndexOf('}');
            if (end < 0) {
                throw lines.refused("the words of '%s' are not closed by }".formatted(name));
            }
            return ArffValues.nominal(name, words(type.substring(1, end)));
        }
        var parts = type.split("\\s+", 2);
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "numeric", "real" -> new ArffNumbers(name, false);
            case "integer" -> new ArffNumbers(name, true);
            case "string" -> ArffValues.text(name);
            case "date" -> date(name, parts.length > 1 ? parts[1].strip() : "");
            default ->
                    throw lines.refused(
                            "attribute '%s' is of type '%s'; there are numeric, real, integer, string, date and {words, of, its, own}"
                                    .formatted(name, type));
        };
    }

    private List<String> words(String said) throws BadFile {
        return said.isBlank()
                ? List.of()
                : ArffCell.line(said.contains(",") ? said : said + ",", lines).stream()
                        .filter(cell -> cell.quoted() || !cell.text().isEmpty())
                        .map(ArffCell::text)
                        .toList();
    }

    private ArffAttribute date(String name, String said) throws BadFile {
        var pattern =
                said.isEmpty() || said.startsWith("%")
                        ? Optional.<String>empty()
                        : Optional.of(pattern(said));
        try {
            return ArffValues.date(name, pattern);
        } catch (IllegalArgumentException e) {
            throw lines.refused("attribute '%s': %s".formatted(name, e.getMessage()));
        }
    }

    /** Of a format within double quotes, single ones are its own, around letters that mean themselves. */
    private String pattern(String said) throws BadFile {
        return said.startsWith("\"") || said.startsWith("'")
                ? ArffCell.read(said, 0, ' ', lines).cell().text()
                : said;
    }
}
