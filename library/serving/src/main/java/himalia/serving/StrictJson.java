package himalia.serving;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;

/**
 * Reads a request as JSON and nothing else, and says in words for its sender where it is none.
 *
 * <pre>{@code
 * StrictJson.read("{\"inputs\": []}", "'inputs'");
 * }</pre>
 */
public final class StrictJson {
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");
    private static final Pattern NO_NUMBER = Pattern.compile("^[\\s,:\\[]*(-?(?:NaN|Infinity))\\b");

    private StrictJson() {}

    /**
     * Reads a request.
     *
     * @param wanted what it is to hold, for whoever sent nothing
     * @throws Refusal if it is no JSON
     */
    public static JsonElement read(String body, String wanted) {
        if (body.isBlank()) {
            throw Refusal.bad("the request is empty; send JSON with " + wanted);
        }
        var reader = new JsonReader(new StringReader(body));
        reader.setStrictness(Strictness.STRICT);
        JsonElement element;
        try {
            element = JsonParser.parseReader(reader);
        } catch (JsonParseException | IllegalStateException e) {
            throw Refusal.bad("the request is no JSON" + why(body, String.valueOf(e.getMessage())));
        }
        if (!isAtEnd(reader)) {
            throw Refusal.bad("the request is no JSON: there is more behind its end");
        }
        return element;
    }

    private static boolean isAtEnd(JsonReader reader) {
        try {
            return reader.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException e) {
            return false;
        }
    }

    private static String why(String body, String told) {
        if (told.contains("Nesting limit")) {
            return ": it is nested too deep";
        }
        if (told.contains("End of input")) {
            return ": it breaks off";
        }
        var place = PLACE.matcher(told);
        if (!place.find()) {
            return "";
        }
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2));
        var rest = rest(body, line, column);
        var number = NO_NUMBER.matcher(rest);
        if (number.find()) {
            return " at line %d, column %d: it has no %s; send null for a missing value"
                    .formatted(line, column, number.group(1));
        }
        return " near line %d, column %d".formatted(line, column);
    }

    /** Returns what stands from a place to the end of its line. */
    private static String rest(String body, int line, int column) {
        var text = body.lines().skip(line - 1L).findFirst().orElse("");
        return text.substring(Math.min(text.length(), Math.max(0, column - 1)));
    }
}
