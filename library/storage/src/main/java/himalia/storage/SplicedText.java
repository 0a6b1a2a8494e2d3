package himalia.storage;

import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A query in which some places are written anew; DuckDB tells where each part stands, in bytes. */
final class SplicedText {
    private final byte[] sql;
    private final Map<Integer, Part> parts = new TreeMap<>();

    SplicedText(byte[] sql) {
        this.sql = sql;
    }

    private record Part(int end, String text) {}

    /** Returns whether it has spaces beyond ASCII: DuckDB replaces them by shorter ones before it tells where parts stand. */
    static boolean hasOtherSpaces(String sql) {
        int lastOfAscii = 0x7F;
        return sql.chars()
                .anyMatch(
                        each ->
                                each > lastOfAscii
                                        && (Character.isSpaceChar(each)
                                                || Character.getType(each) == Character.FORMAT));
    }

    /** Returns what is written where a part stands; nothing where that is not told. */
    String written(JsonObject part) {
        int begin = begin(part);
        int length = part.get("query_location_length").getAsInt();
        return begin < 0 || begin + length > sql.length
                ? ""
                : new String(sql, begin, length, StandardCharsets.UTF_8);
    }

    private static int begin(JsonObject part) {
        // What stands nowhere is at the largest number of 64 bits.
        return (int) part.get("query_location").getAsBigInteger().longValue();
    }

    /** Returns whether such a name is written there, but for quotes, and nothing else. */
    boolean isAt(JsonObject part, String name) {
        return written(part).replace("\"", "").equalsIgnoreCase(name);
    }

    void replace(JsonObject part, String text) {
        int begin = begin(part);
        parts.put(begin, new Part(begin + part.get("query_location_length").getAsInt(), text));
    }

    /** Writes columns in the place of a star, also of one that is meant where nothing is selected; returns whether that can be. */
    boolean replaceStar(JsonObject star, String columns) {
        if (written(star).matches("(?s)(?:.*\\.)?\\*")) {
            replace(star, columns);
            return true;
        }
        boolean isMeant = begin(star) < 0 && FROM.matcher(text()).lookingAt();
        if (isMeant) {
            parts.put(0, new Part(0, "SELECT " + columns + " "));
        }
        return isMeant;
    }

    private static final Pattern FROM = Pattern.compile("(?i)\\s*from\\s");

    private String text() {
        return new String(sql, StandardCharsets.UTF_8);
    }

    String spliced() {
        var spliced = new ByteArrayOutputStream();
        int done = 0;
        for (var part : parts.entrySet()) {
            spliced.write(sql, done, part.getKey() - done);
            spliced.writeBytes(part.getValue().text().getBytes(StandardCharsets.UTF_8));
            done = part.getValue().end();
        }
        spliced.write(sql, done, sql.length - done);
        return spliced.toString(StandardCharsets.UTF_8);
    }
}
