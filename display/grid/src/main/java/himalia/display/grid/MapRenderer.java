package himalia.display.grid;

import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.PlainText;
import himalia.display.bundle.Renderer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a map as a table of keys and values, one with a toString of its own as text. */
@SuppressWarnings(
        "rawtypes") // a renderer is found by its class, and classes know no type arguments
public final class MapRenderer implements Renderer<Map> {
    /** Only as many entries as a table could show are taken out of a large map. */
    private static final int MOST = 20;

    @Override
    public Class<Map> type() {
        return Map.class;
    }

    @Override
    public MimeBundle render(Map map) {
        if (PlainText.hasOwnText(map)) {
            return MimeBundle.plain(PlainText.of(map));
        }
        if (map.isEmpty()) {
            return MimeBundle.plain("{}");
        }
        return Grid.of(
                        new Entries(
                                ((Map<?, ?>) map).entrySet().stream().limit(MOST).toList(),
                                map.size()))
                .bundle();
    }

    /** The first entries of a map; each row is named by its key. */
    private record Entries(List<? extends Map.Entry<?, ?>> entries, int size)
            implements GridSource {
        @Override
        public String name() {
            return "";
        }

        @Override
        public RowCount rows() {
            return size > entries.size() ? RowCount.moreThan(entries.size()) : RowCount.of(size);
        }

        @Override
        public String rowsInWords() {
            return Grouped.of(size, "row");
        }

        @Override
        public int columns() {
            return 1;
        }

        @Override
        public String columnName(int column) {
            return "value";
        }

        @Override
        public String typeName(int column) {
            return "";
        }

        @Override
        public @Nullable Object cell(long row, int column) {
            return entries.get((int) row).getValue();
        }

        @Override
        public String rowName(long row) {
            return CellText.text(entries.get((int) row).getKey());
        }
    }
}
