package himalia.storage;

import java.util.Objects;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.strings.DictionaryMap;

/** The texts of a column as 64 bits each; those of a text are made once, as long as its key has a place of its own. */
final class TextBits implements CellBits {
    private static final int LEAST = 1 << 10;

    private static final int MOST = 1 << 22;

    private final DictionaryMap texts;
    private int[] keys = {};

    /** None is 0. */
    private long[] tags = {};

    TextBits(StringColumn column) {
        texts = Objects.requireNonNull(column.getDictionary());
    }

    private void begin() {
        // Keys follow each other, but for those of texts that are gone.
        int places =
                Math.min(MOST, Math.max(LEAST, Integer.highestOneBit(texts.countUnique()) * 4));
        keys = new int[places];
        tags = new long[places];
    }

    @Override
    public boolean isForOneThread() {
        return true;
    }

    @Override
    public void read(int from, long[] bits, int count) {
        if (keys.length == 0) {
            begin();
        }
        for (int i = known(from, bits, 0, count); i < count; i = known(from, bits, i + 1, count)) {
            bits[i] = tag(texts.getKeyForIndex(from + i));
        }
    }

    /** Puts cells as long as their tags have been made; returns how far it came. */
    private int known(int from, long[] bits, int first, int count) {
        int mask = keys.length - 1;
        for (int i = first; i < count; i++) {
            int key = texts.getKeyForIndex(from + i);
            long tag = tags[key & mask];
            if (keys[key & mask] != key || tag == 0) {
                return i;
            }
            bits[i] = tag;
        }
        return count;
    }

    @Override
    public void end() {
        keys = new int[0];
        tags = new long[0];
    }

    private long tag(int key) {
        int place = key & keys.length - 1;
        long tag = TableTag.text(String.valueOf(texts.getValueForKey(key)));
        keys[place] = key;
        tags[place] = tag;
        return tag;
    }
}
