package himalia.kernel.protocol.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON as plain maps, lists, texts and numbers.
 *
 * <pre>{@code
 * var header = (Map<?, ?>) Json.read("{\"msg_id\": \"a1\"}");
 * String line = Json.write(Map.of("code", "1 + 1"));
 * }</pre>
 *
 * <p>An object becomes a {@code LinkedHashMap}, an array an {@code ArrayList}, a number a {@code Long} or a {@code Double}; what fits neither
 * becomes a {@code BigInteger} or a {@code BigDecimal}. Written by hand because it stands on the path of the first cell, where a library costs
 * 40 to 250 ms.
 */
public final class Json {
    /** How deep arrays and objects may stand in one another. */
    static final int DEEPEST = 500;

    private Json() {}

    /**
     * Returns the value that {@code text} holds.
     *
     * @throws IllegalArgumentException if it is no JSON; the message names the position
     */
    public static @Nullable Object read(String text) {
        return new JsonReader(text).document();
    }

    /** Returns the value that the UTF-8 bytes hold. */
    public static @Nullable Object read(byte[] utf8) {
        return read(new String(utf8, StandardCharsets.UTF_8));
    }

    /**
     * Returns {@code value} as one line of JSON; bytes are written in Base64, numbers that JSON does not know as null.
     *
     * @throws IllegalArgumentException if it holds something that JSON has no form for; the message names the class
     */
    public static String write(@Nullable Object value) {
        return new JsonWriter().append(value, 0).text();
    }

    /** Returns {@code value} as JSON in UTF-8. */
    public static byte[] bytes(@Nullable Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }
}
