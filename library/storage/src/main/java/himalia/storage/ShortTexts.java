package himalia.storage;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The numbers of short texts that came of late: one is two words, and is found by them at once. Most columns of texts are a
 * few of them over and over.
 */
final class ShortTexts {
    /** How many bytes behind a text are read with it, whatever they are. */
    static final int BEHIND = 16;

    /** In bytes: the length takes the last one of two words. */
    static final int LONGEST = 15;

    private static final int PLACES = 1 << 12;

    /** Of more texts, hardly one is among those that came of late. */
    private static final int MANY = 4 * PLACES;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final TextNumbers texts;
    private final long[] words = new long[2 * PLACES];
    private final int[] numbers = new int[PLACES];

    ShortTexts(TextNumbers texts) {
        this.texts = texts;
    }

    /** Returns the number of a text, which is not empty; the array goes on behind it. */
    int number(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST || texts.count() > MANY) {
            return texts.number(bytes, from, to, hash(bytes, from, to));
        }
        long first = first(bytes, from, length);
        long second = second(bytes, from, length);
        int place = (int) ((first ^ Long.rotateLeft(second, 23)) * SPREAD >>> 52);
        // No text has the length 0, so that a place where none is says so.
        return words[2 * place] == first && words[2 * place + 1] == second
                ? numbers[place]
                : put(place, first, second, texts.number(bytes, from, to, hash(bytes, from, to)));
    }

    private int put(int place, long first, long second, int number) {
        words[2 * place] = first;
        words[2 * place + 1] = second;
        numbers[place] = number;
        return number;
    }

    private static long first(byte[] bytes, int from, int length) {
        long word = (long) WORD.get(bytes, from);
        return length < Long.BYTES ? word & (1L << 8 * length) - 1 : word;
    }

    private static long second(byte[] bytes, int from, int length) {
        long said = (long) length << 56;
        return length <= Long.BYTES
                ? said
                : (long) WORD.get(bytes, from + Long.BYTES) & (1L << 8 * (length - Long.BYTES)) - 1
                        | said;
    }

    /** Eight bytes at a time. */
    static int hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        for (int at = from; at < to; at += Long.BYTES) {
            hash = (hash ^ first(bytes, at, Math.min(to - at, Long.BYTES))) * SPREAD;
            hash ^= hash >>> 32;
        }
        return (int) hash;
    }
}
