package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.columns.Column;

/** Random JSON, whole and broken, read by us and by Jackson: the same values, and the same files refused. */
@Tag("once")
class JsonBesideJacksonTest {
    private static final int FILES = 1500;

    private static final String[] LETTERS = {
        "a",
        "Z",
        "ä",
        "€",
        "𝄞",
        "\\n",
        "\\\"",
        "\\\\",
        "\\/",
        "\\u00e4",
        "\\ud834\\udd1e",
        " ",
        "/",
        "'",
        "{",
        "]",
        ",",
        ":",
        "-",
        "0",
        "null"
    };

    private static final String[] NUMBERS = {
        "0",
        "-0",
        "7",
        "-12",
        "1.5",
        "1.10",
        "-0.0",
        "1e5",
        "2E-3",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "0.1",
        "123456789.123456789012"
    };

    private static final String[] TIMES = {
        "2024-02-29",
        "2024-01-01T10:00:00",
        "2024-01-01 10:00",
        "10:00:00",
        "2024-01-01T10:00:00Z",
        "2023-02-29"
    };

    private final JsonMapper jackson =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private final Random random = new Random(27);

    @TempDir private Path folder;

    @Test
    void valuesAreThoseThatJacksonReads() throws IOException {
        for (int i = 0; i < FILES; i++) {
            var rows = rows();
            var file = write(rows);
            var table = Storage.read(file);
            for (int row = 0; row < rows.size(); row++) {
                var expected = jackson.readTree(rows.get(row));
                for (var column : table.columns()) {
                    same(Files.readString(file), column, row, expected.get(column.name()));
                }
            }
        }
    }

    private void same(String file, Column<?> column, int row, @Nullable JsonNode expected)
            throws IOException {
        var found = column.isMissing(row) ? null : column.get(row);
        var where = column.name() + " of row " + row + " in " + file;
        if (expected == null || expected.isNull()) {
            assertThat(found).as(where).isIn(null, "");
        } else if (expected.isTextual()) {
            assertThat(String.valueOf(found).replaceAll("[T ]", "").replaceAll("Z?$", ""))
                    .as(where)
                    .startsWith(shortened(expected.textValue()));
        } else if (found instanceof String text) {
            assertThat(jackson.readTree(text)).as(where).isEqualTo(expected);
        } else if (found instanceof Double number) {
            assertThat(number).as(where).isEqualTo(Double.parseDouble(expected.asText()));
        } else {
            assertThat(String.valueOf(found)).as(where).isEqualTo(expected.asText());
        }
    }

    /** Times are written by Tablesaw without seconds that are none, and read by us with. */
    private static String shortened(String text) {
        var bare = text.replaceAll("[T ]", "").replaceAll("Z$", "");
        return bare.matches(".*\\d\\d:\\d\\d:00") ? bare.substring(0, bare.length() - 3) : bare;
    }

    @Test
    void whatJacksonRefusesIsRefusedAndNothingElse() throws IOException {
        for (int i = 0; i < FILES; i++) {
            var text = new StringBuilder(Files.readString(write(rows())));
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "{}[]:,\"\\0-. e\n\u0001".charAt(random.nextInt(14)));
                default -> text.setLength(at);
            }
            var file = folder.resolve("broken.json");
            Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
            var refusal = refusal(file);
            assertThat(refusal.isEmpty() || isOfTables(refusal))
                    .as(refusal + " of " + text)
                    .isEqualTo(isReadByJackson(file));
        }
    }

    private static String refusal(Path file) {
        try {
            Storage.read(file);
            return "";
        } catch (IOException | IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** What no table can hold, and JSON can. */
    private static boolean isOfTables(String message) {
        return message.contains("holds no rows")
                || message.contains("without a single key")
                || message.contains("without a name")
                || message.contains("differ in case only")
                || message.contains("object of columns")
                // Tablesaw strips names.
                || message.contains("duplicate name");
    }

    private boolean isReadByJackson(Path file) throws IOException {
        try (var tokens = jackson.createParser(Files.readAllBytes(file))) {
            while (tokens.nextToken() != null) {
                // A number is looked at when it is wanted.
                tokens.getText();
            }
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private Path write(List<String> rows) throws IOException {
        var file = folder.resolve("t" + (random.nextBoolean() ? ".json" : ".jsonl"));
        var text =
                switch (random.nextInt(4)) {
                    case 0 -> "[" + String.join(",", rows) + "]";
                    case 1 -> "[\n  " + String.join(",\n  ", rows) + "\n]\n";
                    case 2 -> String.join("\n", rows);
                    default -> String.join("\r\n\r\n", rows) + "\n";
                };
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private List<String> rows() {
        var kinds = new int[] {random.nextInt(8), random.nextInt(8), random.nextInt(8)};
        var rows = new ArrayList<String>();
        for (int row = 0; row <= random.nextInt(6); row++) {
            var fields = new ArrayList<String>();
            for (int i = 0; i < kinds.length; i++) {
                if (i == 0 || random.nextInt(8) > 0) {
                    fields.add(
                            blank()
                                    + "\"c"
                                    + i
                                    + "\""
                                    + blank()
                                    + ":"
                                    + blank()
                                    + value(kinds[i], 0));
                }
            }
            rows.add("{" + String.join(",", fields) + blank() + "}");
        }
        return rows;
    }

    private String blank() {
        return new String[] {"", "", " ", "\n", "\t "}[random.nextInt(5)];
    }

    private String value(int kind, int depth) {
        if (random.nextInt(12) == 0) {
            return "null";
        }
        return switch (kind) {
            case 0 -> Integer.toString(random.nextInt(200) - 100);
            case 1 -> one(NUMBERS);
            case 2 -> Double.toString(random.nextGaussian());
            case 3 -> text();
            case 4 -> Boolean.toString(random.nextBoolean());
            case 5 -> "\"" + one(TIMES) + "\"";
            case 6 -> depth < 3 ? nested(depth) : "1";
            default -> value(random.nextInt(7), depth);
        };
    }

    private String nested(int depth) {
        var parts = new ArrayList<String>();
        boolean isObject = random.nextBoolean();
        for (int i = 0; i < random.nextInt(4); i++) {
            var value = blank() + value(random.nextInt(8), depth + 1) + blank();
            parts.add(isObject ? "\"k" + i + "\":" + value : value);
        }
        return isObject ? "{" + String.join(",", parts) + "}" : "[" + String.join(",", parts) + "]";
    }

    private String text() {
        var text = new StringBuilder("\"t");
        for (int i = 0; i < random.nextInt(6); i++) {
            text.append(one(LETTERS));
        }
        return text.append('"').toString();
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }
}
