package himalia.features;

import himalia.display.bundle.Amount;
import himalia.model.Contributions;
import himalia.model.GrownTree;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.Tables;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** Fitted steps with the model that learnt from what came out of them. */
final class PipelineModel implements Model {
    private final Schema schema;
    private final Pipeline trainer;
    private final List<FittedStep> steps;
    private final Model model;
    private final Provenance provenance;

    PipelineModel(
            Schema schema,
            Pipeline trainer,
            List<FittedStep> steps,
            Model model,
            Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.steps = List.copyOf(steps);
        this.model = model;
        this.provenance = provenance;
    }

    /** A pipeline's model in a file. */
    record SavedPipeline(
            Schema schema,
            Pipeline trainer,
            List<FittedStep> steps,
            Model model,
            Provenance provenance)
            implements Saved<PipelineModel> {
        @Override
        public PipelineModel restore() {
            return new PipelineModel(schema, trainer, steps, model, provenance);
        }
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public PipelineModel withoutRows() {
        return new PipelineModel(
                schema,
                trainer,
                steps.stream().map(FittedStep::withoutRows).toList(),
                model.withoutRows(),
                Provenance.UNKNOWN);
    }

    List<FittedStep> steps() {
        return steps;
    }

    Model model() {
        return model;
    }

    PipelineGraph graph() {
        return PipelineGraph.of(schema, trainer, steps, model);
    }

    @Override
    public String outcome() {
        return model.outcome();
    }

    @Override
    public Predictions predict(Table table) {
        return model.predict(done(table));
    }

    /** Returns what comes out of the steps. */
    private Table done(Table table) {
        var rows = Table.create(Tables.given(table).name());
        for (var name : schema.featureNames()) {
            rows.addColumns(Tables.column(table, name));
        }
        for (var step : steps) {
            rows = Handed.apply(step, rows);
        }
        return rows;
    }

    /** Tells of the columns that come out of the steps. */
    @Override
    public Contributions contributions(Table table) {
        return model.contributions(done(table));
    }

    @Override
    public List<GrownTree> trees() {
        return model.trees();
    }

    @Override
    public double[][] importances() {
        var names = model.schema().featureNames();
        if (names.equals(schema.featureNames())) {
            return model.importances();
        }
        throw new UnsupportedOperationException(
                "the model of this pipeline counts %s that its steps make of %d; put the selection behind the steps, within the pipeline, or let PermutationImportance mix each column"
                        .formatted(
                                Amount.of(names.size(), "column"), schema.featureNames().size()));
    }

    @Override
    public Map<String, List<String>> lineage() {
        return Lineage.of(schema, steps, model);
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        var before = graph.columns();
        steps.forEach(step -> step.onnx(graph));
        var answer = model.onnx(graph);
        graph.columns(before);
        return answer;
    }

    @Override
    public String sql(String from) {
        var query = KeptColumns.aside(schema.featureNames(), from);
        for (var step : steps) {
            query = "(" + step.sql(query) + ")";
        }
        return KeptColumns.back(model.sql(SqlText.bounded(query, "the last step of a Pipeline")));
    }

    @Override
    public Saved<PipelineModel> saved() {
        return new SavedPipeline(schema, trainer, steps, model, provenance);
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public String toString() {
        return schema.target()
                .column()
                .map(label -> "Model[%s, label=%s]".formatted(trainer, label))
                .orElse("Model[%s]".formatted(trainer));
    }
}
