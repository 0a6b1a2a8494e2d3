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
        int mask = keys.length - 1;
        for (int i = 0; i < count; i++) {
            int key = texts.getKeyForIndex(from + i);
            int place = key & mask;
            bits[i] = keys[place] == key && tags[place] != 0 ? tags[place] : tag(key, place);
        }
    }

    @Override
    public void end() {
        keys = new int[0];
        tags = new long[0];
    }

    private long tag(int key, int place) {
        long tag = TableTag.text(String.valueOf(texts.getValueForKey(key)));
        keys[place] = key;
        tags[place] = tag;
        return tag;
    }
}
