package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Which columns stay of those that were looked at.
 *
 * @param kept those that stay
 */
record FittedSelection(Step step, List<Feature> reads, List<String> kept, Provenance provenance)
        implements SharingStep {
    FittedSelection {
        reads = List.copyOf(reads);
        kept = List.copyOf(kept);
    }

    private List<String> dropped() {
        return reads.stream().map(Feature::name).filter(name -> !kept.contains(name)).toList();
    }

    @Override
    public String toString() {
        return Learnt.line(this);
    }

    @Override
    public FittedSelection withoutRows() {
        return new FittedSelection(step, reads, kept, Provenance.UNKNOWN);
    }

    @Override
    public Table sharing(Table table) {
        kept.forEach(name -> Tables.column(table, name));
        var dropped = dropped();
        var done = Table.create(table.name());
        for (var column : table.columns()) {
            if (!dropped.contains(column.name())) {
                done.addColumns(column);
            }
        }
        return done;
    }

    @Override
    public String sql(String from) {
        Map<String, Map<String, String>> gone = new LinkedHashMap<>();
        dropped().forEach(name -> gone.put(name, Map.of()));
        return SqlText.select(gone, from);
    }

    @Override
    public void onnx(OnnxGraph graph) {
        kept.forEach(graph::column);
        Map<String, Map<String, OnnxValue>> gone = new LinkedHashMap<>();
        dropped().forEach(name -> gone.put(name, Map.of()));
        graph.replace(gone);
    }
}
