package himalia.features;

/** {@link Murmur3} in DuckDB's SQL: over the text's UTF-8 in hexadecimal digits, eight of which are a block. */
final class SqlMurmur3 {
    private static final long BITS = 0xffffffffL;
    private static final int BYTES = 4;

    private SqlMurmur3() {}

    /** Returns the signed hash of a text. */
    static String of(String text) {
        // A list of one gives what is used several times a name.
        var hash = let("hex(encode(" + text + "))", "x", blocks());
        hash = let(hash, "h", times("xor(h, h >> 16)", 0x85ebca6b));
        hash = let(hash, "h", times("xor(h, h >> 13)", 0xc2b2ae35));
        hash = let(hash, "h", "CAST(xor(h, h >> 16) AS BIGINT)");
        return let(hash, "h", "h - CASE WHEN h >= 2147483648 THEN 4294967296 ELSE 0 END");
    }

    /** Returns which of some buckets a hash falls into, from 1, with the hash's sign. */
    static String signedPlace(String hash, int buckets) {
        return let(
                hash,
                "h",
                "(abs(h) %% %s + 1) * CASE WHEN h < 0 THEN -1 ELSE 1 END".formatted(buckets));
    }

    private static String blocks() {
        var blocks =
                "list_transform(range(0, len(x) // 8), lambda i: %s)".formatted(block("'0x'", "i"));
        var rest = block("'0x0'", "len(x) // 8");
        return "xor(xor(list_reduce(%s, lambda h, k: (%s * 5 + %s) & %s, 0::UBIGINT), %s[1]), CAST(len(x) // 2 AS UBIGINT))"
                .formatted(
                        mixed(blocks),
                        rotated("xor(h, k)", 13),
                        0xe6546b64L,
                        BITS,
                        mixed("[" + rest + "]"));
    }

    /** Four bytes, the first of which is the lowest; what lies behind the end is left out. */
    private static String block(String prefix, String place) {
        var digits = new StringBuilder(prefix);
        for (int each = BYTES - 1; each >= 0; each--) {
            digits.append(
                    " || x[8 * (%1$s) + %2$s:8 * (%1$s) + %3$s]"
                            .formatted(place, 2 * each + 1, 2 * each + 2));
        }
        return "CAST(" + digits + " AS UBIGINT)";
    }

    private static String mixed(String blocks) {
        var multiplied =
                "list_transform(%s, lambda b: %s)".formatted(blocks, times("b", 0xcc9e2d51));
        return "list_transform(%s, lambda b: %s)"
                .formatted(multiplied, times(rotated("b", 15), 0x1b873593));
    }

    private static String rotated(String value, int bits) {
        return "(((%1$s << %2$s) | (%1$s >> %3$s)) & %4$s)"
                .formatted(value, bits, Integer.SIZE - bits, BITS);
    }

    private static String times(String value, int factor) {
        return "((%s * %s) & %s)".formatted(value, Integer.toUnsignedLong(factor), BITS);
    }

    private static String let(String value, String name, String in) {
        return "list_transform([%s], lambda %s: %s)[1]".formatted(value, name, in);
    }
}
