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
import org.jspecify.annotations.Nullable;

/** Reads rows of JSON, an array of objects or objects one after the other. What is nested in them stays JSON, as a text. */
final class RowsOfJson {
    private RowsOfJson() {}

    static List<Map<String, @Nullable Object>> read(String text) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        if (text.isBlank()) {
            throw new IllegalArgumentException("the JSON is empty; no rows are []");
        }
        try {
            if (text.strip().startsWith("[")) {
                try (var json = new JsonReader(new StringReader(text))) {
                    json.beginArray();
                    while (json.hasNext()) {
                        rows.add(row(json, rows.size()));
                    }
                    json.endArray();
                    end(json);
                }
            } else {
                for (var each : isOne(text) ? List.of(text) : text.lines().toList()) {
                    if (!each.isBlank()) {
                        try (var json = new JsonReader(new StringReader(each))) {
                            rows.add(row(json, rows.size()));
                            end(json);
                        }
                    }
                }
            }
        } catch (EOFException e) {
            throw new IllegalArgumentException("the JSON ends within row " + rows.size(), e);
        } catch (MalformedJsonException | IllegalStateException e) {
            throw new IllegalArgumentException(
                    "this is no JSON, in row %d: %s"
                            .formatted(
                                    rows.size(),
                                    String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Only a lenient reader would take a second value, and it takes what is no JSON too. */
    private static boolean isOne(String text) {
        try (var json = new JsonReader(new StringReader(text))) {
            json.skipValue();
            return json.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException | IllegalStateException e) {
            // One object over many lines with a mistake in it is told as one; lines are, line by
            // line.
            return text.strip().lines().skip(1).noneMatch(line -> line.startsWith("{"));
        }
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
            // A lenient reader takes NaN for a number.
            return digits.matches(".*[NI].*") ? Double.valueOf(digits) : new BigDecimal(digits);
        }
        var whole = new BigInteger(digits);
        return whole.bitLength() < Integer.SIZE
                ? (Number) whole.intValue()
                : whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
