package himalia.display.chart.data;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Columns that are read when they are first asked for, and then kept: every step of a chart asks. */
final class ReadOnce implements Columns {
    private final Columns columns;
    private final Map<String, DataColumn> read = new ConcurrentHashMap<>();

    ReadOnce(Columns columns) {
        this.columns = columns;
    }

    @Override
    public List<String> names() {
        return columns.names();
    }

    @Override
    public int size() {
        return columns.size();
    }

    @Override
    public DataColumn column(String name) {
        if (name == null) {
            return columns.column(name);
        }
        var known = read.get(name);
        if (known == null) {
            known = columns.column(name);
            read.put(name, known);
        }
        return known;
    }
}
