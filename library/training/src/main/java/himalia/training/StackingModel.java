package himalia.training;

import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Several models, and a last one that hears what they say. */
final class StackingModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final List<Model> members;
    private final Model last;
    private final Provenance provenance;

    StackingModel(
            Schema schema,
            Trainer trainer,
            List<Model> members,
            Model last,
            Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.members = List.copyOf(members);
        this.last = last;
        this.provenance = provenance;
    }

    /** Models in a file. */
    record SavedStacking(
            Schema schema, Trainer trainer, List<Model> members, Model last, Provenance provenance)
            implements Saved<StackingModel> {
        @Override
        public StackingModel restore() {
            return new StackingModel(schema, trainer, members, last, provenance);
        }
    }

    /** Returns the columns that the last model reads of a member: of two classes the second one's, else all. */
    static double[][] values(Predictions said, List<String> outputs) {
        var values = new double[outputs.size()][said.size()];
        for (int k = 0; k < values.length; k++) {
            for (int row = 0; row < said.size(); row++) {
                values[k][row] =
                        outputs.size() == 1
                                ? said.number(row)
                                : said.probability(row, outputs.get(k));
            }
        }
        return values;
    }

    private static int first(List<String> outputs) {
        return outputs.size() == 2 ? 1 : 0;
    }

    private static String name(int member, String output) {
        return "member %d: %s".formatted(member, output);
    }

    static Table table(List<double[][]> said, List<String> outputs) {
        var table = Table.create("members");
        for (int member = 0; member < said.size(); member++) {
            for (int k = first(outputs); k < outputs.size(); k++) {
                table.addColumns(
                        DoubleColumn.create(name(member, outputs.get(k)), said.get(member)[k]));
            }
        }
        return table;
    }

    @Override
    public StackingModel withoutRows() {
        return new StackingModel(schema, trainer, members, last, Provenance.UNKNOWN);
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
    public Saved<StackingModel> saved() {
        return new SavedStacking(schema, trainer, members, last, provenance);
    }

    @Override
    public Predictions predict(Table table) {
        var outputs = Members.outputs(schema);
        var said = new ArrayList<double[][]>();
        for (var member : members) {
            said.add(values(member.predict(table), outputs));
        }
        return last.predict(table(said, outputs));
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        var outputs = Members.outputs(schema);
        var columns = new LinkedHashMap<String, OnnxValue>();
        for (int member = 0; member < members.size(); member++) {
            var said = Members.onnx(members.get(member), outputs, graph).split();
            for (int k = first(outputs); k < outputs.size(); k++) {
                columns.put(name(member, outputs.get(k)), said.get(k));
            }
        }
        var before = graph.columns();
        graph.columns(columns);
        var answer = last.onnx(graph);
        graph.columns(before);
        return answer;
    }

    @Override
    public void close() {
        members.forEach(Model::close);
        last.close();
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
