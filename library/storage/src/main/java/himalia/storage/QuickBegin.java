package himalia.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * What the first rows of a CSV file tell.
 *
 * @param layout of its rows
 * @param blocks of its bytes, behind the line of its names
 * @param sample the first rows, which have been looked at
 * @param forms of its columns, as far as these rows know
 */
record QuickBegin(QuickLayout layout, QuickBlocks blocks, QuickRows sample, int[] forms) {
    private static final int SAMPLE = 1 << 16;

    /** Looks at them; returns nothing where a file is not written as most are. */
    static Optional<QuickBegin> of(FileChannel channel, Csv csv) throws IOException {
        var bytes = new byte[SAMPLE + QuickRows.PADDING];
        int length = QuickBlocks.read(channel, bytes, 0, 0, SAMPLE);
        int begin = csv.options().header() ? lineEnd(bytes, length) : Bom.length(bytes);
        int end = QuickBlocks.lastLineEnd(bytes, begin, length);
        if (begin < 0 || end <= begin) {
            return Optional.empty();
        }
        var layout = new QuickLayout((byte) csv.separator(), csv.names().size());
        var looking = layout.looking();
        if (looking.read(bytes, begin, end, 0) < 0) {
            return Optional.empty();
        }
        var blocks = new QuickBlocks(channel, begin);
        return layout.forms(looking::tally)
                .map(forms -> new QuickBegin(layout, blocks, looking, forms));
    }

    private static int lineEnd(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
            // A line may end with it alone.
            if (bytes[i] == '\r' && bytes[i + 1] != '\n') {
                return -1;
            }
        }
        return -1;
    }
}
