package himalia.training;

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
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/** A model that knows by which weights it was trained. */
final class ClassWeightedModel implements Model {
    private final Model model;
    private final ClassWeighted trainer;

    ClassWeightedModel(Model model, ClassWeighted trainer) {
        this.model = model;
        this.trainer = trainer;
    }

    /** Such a model in a file. */
    record SavedClassWeighted(ClassWeighted trainer, Model model)
            implements Saved<ClassWeightedModel> {
        @Override
        public ClassWeightedModel restore() {
            return new ClassWeightedModel(model, trainer);
        }
    }

    @Override
    public ClassWeightedModel withoutRows() {
        return new ClassWeightedModel(model.withoutRows(), trainer);
    }

    @Override
    public Schema schema() {
        return model.schema();
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Map<String, List<String>> lineage() {
        return model.lineage();
    }

    @Override
    public String outcome() {
        return model.outcome();
    }

    @Override
    public Predictions predict(Table table) {
        return model.predict(table);
    }

    @Override
    public Provenance provenance() {
        return model.provenance();
    }

    @Override
    public Saved<ClassWeightedModel> saved() {
        return new SavedClassWeighted(trainer, model);
    }

    @Override
    public double[][] importances() {
        return model.importances();
    }

    @Override
    public Contributions contributions(Table table) {
        return model.contributions(table);
    }

    @Override
    public List<GrownTree> trees() {
        return model.trees();
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        return model.onnx(graph);
    }

    @Override
    public String sql(String from) {
        return model.sql(from);
    }

    @Override
    public void close() {
        model.close();
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema().label());
    }
}
