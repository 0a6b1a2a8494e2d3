package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Adds a category of several: {@code Oslo & big} for a big shop in Oslo, which may be what neither a city nor a size tells.
 *
 * <pre>{@code
 * Pipeline.of(new FeatureCrosses(List.of("city", "size")), new OneHotEncoder(OneHotEncoder.Unknown.IGNORE))
 * }</pre>
 *
 * <p>Where one of them is missing, so is the cross. An {@code &} inside of a value is written twice, so that no two crosses look the same.
 *
 * @param columns which columns are crossed, of texts, whole numbers or truths
 */
public record FeatureCrosses(List<String> columns) implements Step {
    private static final String BETWEEN = " & ";

    private static final Set<Feature.Type> TAKES =
            Set.of(
                    Feature.Type.CATEGORY,
                    Feature.Type.TEXT,
                    Feature.Type.BOOLEAN,
                    Feature.Type.WHOLE_NUMBER,
                    Feature.Type.LONG_NUMBER);

    public FeatureCrosses {
        given(columns, "columns");
        columns = List.copyOf(columns);
        if (columns.size() < 2) {
            throw new IllegalArgumentException(
                    "a cross is of two columns or more, got %s; name them: new FeatureCrosses(\"city\", \"size\")"
                            .formatted(columns));
        }
    }

    /** Crosses the columns that are named. */
    public FeatureCrosses(String... columns) {
        this(Columns.named(columns));
    }

    /** Returns true: it does the same whatever rows it was fitted on. */
    @Override
    public boolean isStateless() {
        return true;
    }

    @Override
    public FittedStep fit(Table features) {
        return fitted(features, List.of());
    }

    /** Learns from a table with a label, whose name no new column gets. */
    @Override
    public FittedStep fit(Table table, String label) {
        return fitted(NewColumns.features(table, label, columns), List.of(label));
    }

    private FittedStep fitted(Table features, List<String> others) {
        var chosen =
                Columns.chosen(
                        features,
                        columns,
                        feature -> TAKES.contains(feature.type()),
                        name(),
                        "texts, whole numbers and truths: cut others into ranges, or cross before the step that made fractions of whole numbers, as imputers and scalers do");
        var made = NewColumns.of(features, List.of(), others).add(String.join(BETWEEN, columns));
        return new FittedCross(this, chosen, made, Provenance.of(features));
    }

    /** Which columns it crosses, and what comes. */
    record FittedCross(FeatureCrosses step, List<Feature> reads, String made, Provenance provenance)
            implements SharingStep {
        FittedCross {
            reads = List.copyOf(reads);
        }

        @Override
        public String toString() {
            return Learnt.line(this);
        }

        @Override
        public FittedCross withoutRows() {
            return new FittedCross(step, reads, made, Provenance.UNKNOWN);
        }

        @Override
        public Map<String, List<String>> lineage() {
            return Lineage.adding(reads, Map.of(made, reads.stream().map(Feature::name).toList()));
        }

        @Override
        public Table sharing(Table table) {
            var columns = reads.stream().map(read -> Tables.column(table, read.name())).toList();
            for (int j = 0; j < columns.size(); j++) {
                Columns.check(reads.get(j), columns.get(j), step.name());
            }
            var crossed = new ArrayList<String>(table.rowCount());
            var interrupt = new InterruptCheck();
            for (int row = 0; row < table.rowCount(); row++) {
                interrupt.ask();
                int place = row;
                boolean isMissing =
                        columns.stream().anyMatch(column -> Tables.isMissing(column, place));
                crossed.add(
                        isMissing
                                ? ""
                                : columns.stream()
                                        .map(column -> Tables.level(column, place))
                                        .map(level -> level.replace("&", "&&"))
                                        .collect(Collectors.joining(BETWEEN)));
            }
            return NewColumns.behind(
                    table, reads, List.of(StringColumn.create(made, crossed)), step.name());
        }

        @Override
        public String sql(String from) {
            var parts =
                    reads.stream()
                            .map(FittedCross::level)
                            .collect(Collectors.joining(" || " + SqlText.text(BETWEEN) + " || "));
            return SqlText.adding(
                    Map.of(made, parts), NewColumns.free(from, List.of(made), step.name()));
        }

        /** Writes a cell as {@link Tables#level} does: a whole number is called the same in a column of doubles. */
        private static String level(Feature read) {
            var name = SqlText.name(read.name());
            if (SqlText.isText(read)) {
                return "replace(nullif(" + name + ", ''), '&', '&&')";
            }
            return read.type() == Feature.Type.BOOLEAN
                    ? "CAST(" + name + " AS VARCHAR)"
                    : "CASE WHEN isnan(CAST(%1$s AS DOUBLE)) THEN NULL WHEN TRY_CAST(%1$s AS BIGINT) = %1$s THEN CAST(TRY_CAST(%1$s AS BIGINT) AS VARCHAR) ELSE CAST(%1$s AS VARCHAR) END"
                            .formatted(name);
        }

        /** No operator of ONNX replaces a part of a text, so those with the sign between texts are refused. */
        @Override
        public void onnx(OnnxGraph graph) {
            var columns = reads.stream().map(read -> graph.column(read.name())).toList();
            var isMissing = columns.stream().map(OnnxValue::isMissing).reduce(OnnxValue::or);
            var parts = new ArrayList<OnnxValue>();
            for (int j = 0; j < columns.size(); j++) {
                parts.add(OnnxParts.level(reads.get(j), columns.get(j), "&", step.name()));
            }
            var joined =
                    parts.stream()
                            .reduce((all, next) -> all.joined(graph.text(BETWEEN)).joined(next));
            graph.add(made, isMissing.orElseThrow().choose(graph.text(""), joined.orElseThrow()));
        }
    }
}
