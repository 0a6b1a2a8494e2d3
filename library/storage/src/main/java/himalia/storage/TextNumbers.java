package himalia.storage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gives each text that comes a number, the same for the same bytes, and makes a String of each once. */
final class TextNumbers {
    private static final int FIRST_PLACES = 64;

    private static final int SHORT = 16;

    /** In bytes. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    /** Makes of a text's hash where to look for it first. */
    private static final int SPREAD = 0x9E3779B9;

    private int[] places = new int[FIRST_PLACES];
    private int[] hashes = new int[FIRST_PLACES / 2];
    private int[] ends = new int[FIRST_PLACES / 2];
    private byte[] kept = new byte[1 << 10];
    private int count;

    /** Goes on with a hash by one byte; that of no bytes is 0. */
    static int hash(int before, byte next) {
        return before * 31 + next;
    }

    /** Returns the number of a text, whose hash is given. */
    int number(byte[] bytes, int from, int to, int hash) {
        int mask = places.length - 1;
        int place = place(hash);
        for (int found = places[place]; found != 0; found = places[place]) {
            int number = found - 1;
            if (hashes[number] == hash && isEqual(number, bytes, from, to)) {
                return number;
            }
            place = place + 1 & mask;
        }
        places[place] = ++count;
        keep(bytes, from, to, hash);
        return count - 1;
    }

    /** Returns how many texts have a number. */
    int count() {
        return count;
    }

    /** The highest bits of a product are those that all bits of its factors have made. */
    private int place(int hash) {
        return hash * SPREAD >>> Integer.numberOfLeadingZeros(places.length - 1);
    }

    /** Returns whether so many bytes more are too many to be kept in one array. */
    boolean isFull(long more) {
        return count > 0 && ends[count - 1] + more > MOST;
    }

    private boolean isEqual(int number, byte[] bytes, int from, int to) {
        int begin = begin(number);
        int length = to - from;
        if (ends[number] - begin != length) {
            return false;
        }
        // Most are short, and then Java's own way takes longer.
        if (length > SHORT) {
            return Arrays.equals(kept, begin, begin + length, bytes, from, to);
        }
        for (int i = 0; i < length; i++) {
            if (kept[begin + i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    private int begin(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private void keep(byte[] bytes, int from, int to, int hash) {
        int begin = begin(count - 1);
        int end = begin + to - from;
        if (end > kept.length) {
            kept = Arrays.copyOf(kept, (int) Math.min(MOST, Math.max(end, 2L * kept.length)));
        }
        System.arraycopy(bytes, from, kept, begin, to - from);
        hashes[count - 1] = hash;
        ends[count - 1] = end;
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            grow();
        }
    }

    private void grow() {
        places = new int[places.length * 2];
        int mask = places.length - 1;
        for (int number = 0; number < count; number++) {
            int place = place(hashes[number]);
            while (places[place] != 0) {
                place = place + 1 & mask;
            }
            places[place] = number + 1;
        }
    }

    /** Returns the texts in the order of their numbers. */
    List<String> texts() {
        var texts = new ArrayList<String>(count);
        for (int number = 0; number < count; number++) {
            int begin = begin(number);
            texts.add(new String(kept, begin, ends[number] - begin, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
