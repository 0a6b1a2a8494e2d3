package himalia.features;

import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import java.util.List;
import tech.tablesaw.api.Table;

/** Fitted steps that are one: each takes the columns that it was fitted on, and leaves the others. */
record FittedSteps(
        ColumnTransformer step, List<Feature> reads, List<FittedStep> steps, Provenance provenance)
        implements SharingStep {
    FittedSteps {
        reads = List.copyOf(reads);
        steps = List.copyOf(steps);
    }

    @Override
    public String toString() {
        var idle = idle();
        return Learnt.line(this)
                + (idle.isEmpty()
                        ? ""
                        : "; no column is of kind " + KindsOfColumns.names(idle, " or "));
    }

    /** Returns the kinds of columns that have steps, and of which there was no column. */
    List<ColumnTransformer.Kind> idle() {
        var named = step.branches().stream().flatMap(each -> each.columns().stream()).toList();
        return KindsOfColumns.without(
                step, reads.stream().filter(read -> !named.contains(read.name())).toList());
    }

    @Override
    public FittedSteps withoutRows() {
        return new FittedSteps(
                step,
                reads,
                steps.stream().map(FittedStep::withoutRows).toList(),
                Provenance.UNKNOWN);
    }

    @Override
    public Table sharing(Table table) {
        var rows = table;
        for (var each : steps) {
            rows = Handed.apply(each, rows);
        }
        return rows;
    }

    @Override
    public String sql(String from) {
        var query = from;
        for (var each : steps) {
            query = "(" + each.sql(query) + ")";
        }
        return SqlText.bounded("SELECT * FROM " + query, step.name());
    }

    @Override
    public void onnx(OnnxGraph graph) {
        steps.forEach(each -> each.onnx(graph));
    }
}
