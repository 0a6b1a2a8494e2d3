package himalia.table;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads rows of JSON, an array of objects or objects one after the other. What is nested in them stays JSON, as a text. */
final class RowsOfJson {
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+) path");

    private RowsOfJson() {}

    static List<Map<String, @Nullable Object>> read(String given) {
        // The mark that some programs put before UTF-8.
        var text = (given.startsWith("\uFEFF") ? given.substring(1) : given).strip();
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        if (text.isBlank()) {
            throw new IllegalArgumentException("the JSON is empty; no rows are []");
        }
        try {
            if (text.startsWith("[")) {
                try (var json = new JsonReader(new StringReader(text))) {
                    json.beginArray();
                    while (json.hasNext()) {
                        rows.add(row(json, rows.size()));
                    }
                    json.endArray();
                    end(json);
                }
            } else {
                // Only a lenient reader takes a second value, and it takes what is no JSON too.
                for (var each : values(text)) {
                    try (var json = new JsonReader(new StringReader(each))) {
                        var row = row(json, rows.size());
                        end(json);
                        rows.add(row);
                    }
                }
            }
        } catch (EOFException e) {
            throw new IllegalArgumentException("the JSON ends within row " + rows.size(), e);
        } catch (MalformedJsonException | IllegalStateException e) {
            throw new IllegalArgumentException(
                    "this is no JSON, in row %d: %s"
                            .formatted(rows.size(), told(String.valueOf(e.getMessage()))),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Gson speaks of its own methods; where it stood is what helps. */
    private static String told(String message) {
        var place = PLACE.matcher(message);
        return place.find()
                ? "it cannot be read at line %s, column %s"
                        .formatted(place.group(1), place.group(2))
                : message.lines().findFirst().orElse("");
    }

    /** Parts objects that stand behind each other, however many lines each has; what is no object is the rest. */
    private static List<String> values(String text) {
        var values = new ArrayList<String>();
        int begin = 0;
        int depth = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted) {
                at += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                values.add(text.substring(begin, at + 1));
                begin = at + 1;
            }
        }
        if (!text.substring(begin).isBlank()) {
            values.add(text.substring(begin));
        }
        return values;
    }

    private static void end(JsonReader json) throws IOException {
        if (json.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("something follows the rows");
        }
    }

    private static Map<String, @Nullable Object> row(JsonReader json, int number)
            throws IOException {
        if (json.peek() != JsonToken.BEGIN_OBJECT) {
            throw new IllegalArgumentException(
                    "a row is a JSON object, {\"name\": \"Ann\"}; row %d is %s"
                            .formatted(number, JsonOfRows.of(value(json))));
        }
        var row = new LinkedHashMap<String, @Nullable Object>();
        object(json)
                .forEach(
                        (name, value) ->
                                row.put(
                                        name,
                                        value instanceof Map || value instanceof List
                                                ? JsonOfRows.of(value)
                                                : value));
        return row;
    }

    private static Map<String, @Nullable Object> object(JsonReader json) throws IOException {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        json.beginObject();
        while (json.hasNext()) {
            var name = json.nextName();
            if (fields.containsKey(name)) {
                throw new MalformedJsonException("the key '" + name + "' comes twice");
            }
            fields.put(name, value(json));
        }
        json.endObject();
        return fields;
    }

    private static @Nullable Object value(JsonReader json) throws IOException {
        return switch (json.peek()) {
            case BEGIN_OBJECT -> object(json);
            case BEGIN_ARRAY -> {
                var values = new ArrayList<@Nullable Object>();
                json.beginArray();
                while (json.hasNext()) {
                    values.add(value(json));
                }
                json.endArray();
                yield values;
            }
            case BOOLEAN -> json.nextBoolean();
            case NULL -> {
                json.nextNull();
                yield null;
            }
            case NUMBER -> number(json.nextString());
            default -> json.nextString();
        };
    }

    private static Number number(String digits) {
        if (!digits.matches("-?\\d+")) {
            var decimal = new BigDecimal(digits);
            // Only a double knows a zero below zero.
            return decimal.signum() == 0 && digits.startsWith("-") ? (Number) (-0.0) : decimal;
        }
        var whole = new BigInteger(digits);
        return whole.bitLength() < Integer.SIZE
                ? (Number) whole.intValue()
                : whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
