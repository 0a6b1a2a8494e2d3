package himalia.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A mark in the worker's standard streams: the kernel that has read it has read all that native code wrote before.
 * Twelve bytes between two zeros, so that it is written in one piece and met by nobody's text.
 */
public final class StreamMark {
    private static final byte[] HEAD = "\0hm:".getBytes(StandardCharsets.US_ASCII);

    /** How many bytes a mark has. */
    public static final int LENGTH = HEAD.length + 8 + 1;

    private StreamMark() {}

    /** Returns the bytes of mark {@code number}. */
    public static byte[] bytes(long number) {
        return ("\0hm:" + HexFormat.of().toHexDigits((int) number) + "\0")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns where a mark, or what may become one, begins; {@code to} if nowhere. */
    public static int find(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            int length = Math.min(HEAD.length, to - i);
            if (Arrays.equals(bytes, i, i + length, HEAD, 0, length)) {
                return i;
            }
        }
        return to;
    }

    /** Returns the number of the whole mark at {@code at}, or -1 where it is none after all. */
    public static long number(byte[] bytes, int at) {
        try {
            var digits = new String(bytes, at + HEAD.length, 8, StandardCharsets.US_ASCII);
            return bytes[at + LENGTH - 1] == 0 ? Long.parseLong(digits, 16) : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
